package org.momo4j.lab.reference;

import java.util.ArrayList;
import java.util.List;

/** The pages that describe all of one kind. */
final class KindPages {
    private KindPages() {}

    /**
     * All schedules.
     *
     * @param optimizer whose learning rate they are in the examples
     */
    static String schedules(Library library, String optimizer, Links links) {
        List<String> blocks = new ArrayList<>(
                List.of("# Schedules", "What may stand in the place of a number for `lr`: α_k at step k."));
        library.shelf().schedules().forEach(schedule -> blocks.addAll(List.of("## " + schedule.name(),
                Markdown.sentence(schedule.entry().description()),
                Markdown.blocks(library.of(schedule).blocks(), links), HyperParameterTable.of(schedule.entry()),
                Markdown.fenced("yaml", Example.of(schedule.provider(), optimizer)))));
        return String.join("\n\n", blocks) + "\n";
    }

    /** All objectives. */
    static String objectives(Library library) {
        List<String> blocks = new ArrayList<>(
                List.of("# Objectives", "What may stand for `objective`: `{name: ..., <hyper-parameters>}`."));
        library.shelf().objectives().forEach(objective -> blocks.addAll(List.of("## " + objective.name(),
                Markdown.sentence(objective.entry().description()),
                HyperParameterTable.of(objective.entry()))));
        return String.join("\n\n", blocks) + "\n";
    }
}
