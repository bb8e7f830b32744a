package org.momo4j.lab.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.momo4j.lab.Ran;

/** Wrong usage is one sentence on standard error and exit code 2, whatever was wrong. */
class WrongUsageTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "lst                                     | unknown command \"lst\"; did you mean \"list\"? (see momo --help)",
            "list --formt json                       | unknown option \"--formt\"; did you mean \"--format\"?",
            "list --format xml                       | \"xml\" is unknown; there are [text, json]",
            "list optimisers                         | did you mean \"optimizers\"?",
            "verify --betas 1                        | --betas is 1; it must be numbers in [0, 1)",
            "verify --betas nan                      | --betas is NaN; it must be numbers in [0, 1)",
            "verify --betas 0,x                      | \"x\" is not a number",
            "verify --steps 0                        | --steps is 0; it must be a whole number, at least 1",
            "verify --steps 1.5                      | \"1.5\" is not a whole number",
            "verify --seeds 0                        | --seeds is 0; it must be a whole number, at least 1",
            "verify --seeds 99999999999              | \"99999999999\" is not a whole number of at most 2147483647",
            "verify --seeds 100000000               | --seeds is 100000000; it must be a whole number, at least 1 and at most 10000",
            "verify --steps 1e9                      | --steps is 1000000000; it must be a whole number, at least 1 and at most 100000000",
            "verify --steps 1e-1                     | \"1e-1\" is not a whole number",
            "verify --betas 0.9,,                    | \"0.9,,\" is not a number",
            "verify --betas ,0.9                     | \",0.9\" is not a number",
            "verify --problems hinge,                | unknown problem \"hinge,\"; did you mean \"hinge\"?",
            "verify --problems max-coordinate_eps=0.1 --betas 0.9 | nothing to check: \"max-coordinate eps=0.1\" is run with momentum 0 only, and --betas is 0.9",
            "help vrify                              | unknown command \"vrify\"; did you mean \"verify\"? (see momo --help)",
            "verify --jobs 0                         | --jobs is 0; it must be a whole number, at least 1",
            "verify --bound-offset inf               | --bound-offset is Infinity; it must be a finite number",
            "verify --problems least-sqares          | unknown problem \"least-sqares\"; did you mean \"least-squares\"?",
            "verify --optimizers mmo                 | unknown optimizer \"mmo\"; did you mean \"momo\"?",
            "verify --optimizers adam                | claims nothing that can be verified; there are [momo, momo-nesterov]",
            "optimum --loss squared                  | missing required option: '--data=FILE'",
            "optimum --data x.svm --loss square      | \"square\" is unknown; did you mean \"squared\"?",
            "optimum --data x.svm --loss squared --l2 -1 | --l2 is -1; it must be a number in [0, inf)",
            "optimum --data x.svm --loss squared     | x.svm does not exist",
            "bench --kernels mmo                     | unknown kernel \"mmo\"; did you mean \"momo\"?",
            "bench --kernels momo,xyzzy              | unknown kernel \"xyzzy\"; there are [adam, axpy, copy, momo, momo-adam, momo-generic, sgd-m]",
            "bench --kernels momo,                   | unknown kernel \"momo,\"; did you mean \"momo\"?",
            "bench --types float16                   | unknown type \"float16\"; did you mean \"float32\"?",
            "bench --sizes 0                         | --sizes is 0; it must be whole numbers, at least 1 and at most 10000000000",
            "bench --sizes 1e3,1e11                  | --sizes is 100000000000; it must be whole numbers, at least 1",
            "bench --sizes large                     | \"large\" is not a whole number",
            "bench --sizes 1e3,2.5                   | \"2.5\" is not a whole number",
            "bench --threads 0                       | --threads is 0; it must be whole numbers, at least 1 and at most 1024",
            "bench --seconds 0                       | --seconds is 0; it must be a number in (0, 3600]",
            "bench --seconds nan                     | --seconds is NaN; it must be a number in (0, 3600]",
            "bench --sizes 1e10 --types float64      | do not fit into the memory that Java may use",
            "run                                     | missing required parameter: 'SPEC'",
            "run x.yaml --jobs 0                     | --jobs is 0; it must be a whole number, at least 1 and at most 1024",
            "run x.yaml --data-dir no-such           | --data-dir is \"no-such\"; it must be a directory that exists",
            "trace x.yaml --data-dir no-such         | --data-dir is \"no-such\"; it must be a directory that exists",
            "run x.yaml --out=                       | --out is \"\"; it must be the name of a folder",
            "trace                                   | missing required parameter: 'SPEC'",
            "trace x.yaml --steps 0                  | --steps is 0; it must be a whole number, at least 1",
            "export runs                             | missing required option: '--to=FILE'",
            "export no-runs --to -                   | no-runs does not exist",
            "export no-runs --to - --metric gap      | --metric is gap; it must be given together with --summary",
            "compare                                 | missing required parameter: 'DIR'",
            "compare no-runs                         | no-runs does not exist",
            "compare no-runs --tolerance 2           | --tolerance is 2; it must be at least 0 and less than 1",
            "replay                                  | missing required parameter: 'FILE'",
            "replay x.json                           | x.json does not exist",
            "replay x.json y.json                    | unknown argument \"y.json\"",
            "replay x.json --tolerance -1            | --tolerance is -1; it must be a number in [0, inf)",
            "replay x.json --tolerance NaN           | --tolerance is NaN; it must be a number in [0, inf)"})
    void isOneSentence(String arguments, String sentence) {
        refused(sentence, java.util.Arrays.stream(arguments.strip().split(" "))
                .map(a -> a.replace("max-coordinate_", "max-coordinate ")).toArray(String[]::new));
    }

    @Test
    void aFolderIsNoFile(@TempDir Path folder) {
        refused("is a directory; a file is needed", "replay", folder.toString());
        refused("is a directory", "optimum", "--data", folder.toString(), "--loss", "squared");
    }

    @Test
    void aPlaceThatCannotBeWrittenIsFoundOutBeforeTheWork(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        refused("exists and is not a directory", "verify", "--out", file.toString());
        Path below = file.resolve("below");
        refused(below + " cannot be created", "verify", "--out", below.toString());
        refused("--out is \"\"; it must be the name of a folder", "verify", "--out", "");
        refused(below.getParent() + " cannot be created", "bench", "--out", below.toString());
        refused(folder + " is a directory; a file is needed", "bench", "--out", folder.toString());
        refused("--out is \"\"; it must be the name of a file", "bench", "--out", "");
    }

    @Test
    void wrongDataNameTheirPlace(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.svm"), "1 1:2\n-1 1:x\n");
        refused("a.svm", "optimum", "--data", file.toString(), "--loss", "squared");
    }

    @Test
    void theStackTraceIsShownWhenAskedFor() {
        Ran ran = Ran.momo("replay", "x.json", "--verbose");
        assertEquals(2, ran.code());
        assertTrue(ran.err().contains("\tat "), ran.err());
    }

    private static void refused(String sentence, String... arguments) {
        Ran ran = Ran.momo(arguments);
        assertAll(String.join(" ", arguments), () -> assertEquals(2, ran.code()),
                () -> assertEquals("", ran.out(), "nothing on standard output"),
                () -> assertTrue(ran.err().contains(sentence), ran.err()),
                () -> assertTrue(ran.err().startsWith("momo: "), ran.err()),
                () -> assertEquals(1, ran.err().lines().count(), ran.err()),
                () -> assertFalse(ran.err().contains("Exception"), ran.err()));
    }
}
