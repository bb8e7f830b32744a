package org.momo4j.lab.specification.document;

import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads YAML 1.2, and so JSON. */
public final class YamlText {
    private static final int LARGEST = 1 << 28;

    private YamlText() {}

    /**
     * The document of a text; empty if there is nothing in it.
     *
     * @param text   YAML
     * @param root   where the document stands
     * @param origin what a place in the text is called
     * @throws IllegalArgumentException naming the place, if the text is not YAML
     */
    public static Optional<Value> read(String text, Place root, Function<Mark, String> origin) {
        LoadSettings settings = LoadSettings.builder().setCodePointLimit(LARGEST)
                .setMaxAliasesForCollections(Integer.MAX_VALUE).build(); // the tree counts its nodes itself
        try {
            return new Compose(settings).composeString(text)
                    .map(node -> new Tree(origin).of(node, root.path()));
        } catch (MarkedYamlEngineException e) {
            String place = e.getProblemMark().or(e::getContextMark).map(origin).orElse(root.origin());
            throw new IllegalArgumentException(place + ": not YAML: " + what(e), e);
        } catch (YamlEngineException e) {
            throw new IllegalArgumentException(root.origin() + ": not YAML: " + e.getMessage(), e);
        }
    }

    private static String what(MarkedYamlEngineException e) {
        String problem = String.valueOf(e.getProblem());
        if (problem.contains("TAB")) {
            return "a tab stands where only blanks may; indent with blanks";
        }
        return problem.startsWith("but ") ? e.getContext() + ", " + problem : problem;
    }
}
