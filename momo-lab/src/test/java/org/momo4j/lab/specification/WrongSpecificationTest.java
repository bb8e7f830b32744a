package org.momo4j.lab.specification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every way in which a file can be wrong that we know of, and the sentence that says so: {@code wrong.txt}. */
class WrongSpecificationTest {
    private static final String TABLE = "wrong.txt";

    @TempDir
    private Path folder = Path.of("");

    /**
     * In the table: a file, a line {@code => sentence}, and an empty line; {@code --set} lines are overrides. {@code $OPTIMIZERS} and
     * {@code $OBJECTIVES} stand for the names of all that are installed.
     */
    private record Case(String text, List<String> overrides, String sentence) {}

    private static List<Case> cases() throws Exception {
        try (var in = WrongSpecificationTest.class.getResourceAsStream(TABLE)) {
            String table = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("$OPTIMIZERS", Specifications.CATALOGUES.optimizers().names().toString())
                    .replace("$OBJECTIVES", Specifications.CATALOGUES.objectives().names().toString());
            List<Case> cases = new ArrayList<>();
            StringBuilder text = new StringBuilder();
            List<String> overrides = new ArrayList<>();
            for (String line : table.lines().toList()) {
                if (line.startsWith("=> ")) {
                    cases.add(new Case(text.toString().replace("\\t", "\t"), List.copyOf(overrides),
                            line.substring(3)));
                    text.setLength(0);
                    overrides.clear();
                } else if (line.startsWith("--set ")) {
                    overrides.add(line.substring(6));
                } else if (!line.isEmpty()) {
                    text.append(line).append('\n');
                }
            }
            return cases;
        }
    }

    @Test
    void everyMistakeIsSaidInOneSentence() throws Exception {
        List<String> expected = new ArrayList<>();
        List<String> said = new ArrayList<>();
        for (Case wrong : cases()) {
            expected.add(wrong.text() + "=> " + wrong.sentence());
            said.add(wrong.text() + "=> " + sentence(wrong));
        }
        assertEquals(String.join("\n", expected), String.join("\n", said));
    }

    private String sentence(Case wrong) {
        try {
            Specifications.read(folder, wrong.text(), wrong.overrides().toArray(String[]::new));
            return "nothing";
        } catch (IllegalArgumentException e) {
            return e.getMessage().replace(folder + "/", "");
        } catch (RuntimeException e) {
            return fail(wrong.text(), e);
        }
    }

    @Test
    void whatIsNoTextIsRefused() throws Exception {
        Path file = folder.resolve("binary.yaml");
        Files.write(file, new byte[]{(byte) 0xff, 0, 1});
        assertEquals(file + " is not text in UTF-8", refused(file));
        assertEquals(folder + " is a directory; a specification is a file", refused(folder));
    }

    private static String refused(Path file) {
        return assertThrows(IllegalArgumentException.class, () -> Specifications.reader().read(file, List.of()))
                .getMessage();
    }
}
