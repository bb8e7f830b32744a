package org.momo4j.lab.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.momo4j.lab.result.Folders.evaluated;
import static org.momo4j.lab.result.Folders.plan;
import static org.momo4j.lab.result.Folders.stepped;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.momo4j.lab.experiment.Outcome;
import org.momo4j.lab.experiment.Outcome.Status;
import org.momo4j.lab.experiment.RunPlan;
import org.momo4j.lab.run.folder.Provenance;
import org.momo4j.lab.run.folder.Revision;
import org.momo4j.lab.run.folder.RunFolder;

class RunResultsTest {
    @TempDir
    Path folder;
    private final List<String> damaged = new ArrayList<>();

    private List<RunResult> read(Detail detail) throws IOException {
        return RunResults.in(folder).stream(detail, damaged::add).toList();
    }

    @Test
    void readsWhatARunLeaves() throws IOException {
        RunPlan plan = plan("f", "momo", "known", 1, 0);
        RunFolder run = new RunFolder(folder, plan);
        run.begin(new Provenance("1", "25", "any", "any", 2, Revision.NONE), Instant.EPOCH);
        run.end(List.of(evaluated(0, "train_loss", Double.NaN), stepped(1),
                evaluated(10, "train_loss", Double.POSITIVE_INFINITY)), new Outcome(Status.DIVERGED, 10, "so", 0.5));
        RunResult result = read(Detail.STEPS).getFirst();
        assertEquals(plan, result.plan());
        assertEquals("diverged", result.status());
        assertEquals(List.of(0L, 10L), result.evaluations().stream().map(e -> e.step()).toList());
        assertEquals(1, result.steps().size());
        assertEquals(List.of(), read(Detail.EVALUATIONS).getFirst().steps());
        assertEquals(List.of(), damaged);
    }

    @Test
    void numbersInNamesAreOrderedByValue() throws IOException {
        Folders folders = new Folders(folder);
        double[] rates = {10, 0.1, Double.POSITIVE_INFINITY, 1e-4, 1, 1000, 1e-12};
        for (double rate : rates) {
            folders.gap(plan("f", "momo", "known", rate, 0), 0.1);
        }
        folders.gap(plan("f", "momo", "known", 1, 10), 0.1);
        folders.gap(plan("f", "momo", "known", 1, 9), 0.1);
        assertEquals(List.of("1.0E-12 0", "1.0E-4 0", "0.1 0", "1.0 0", "1.0 9", "1.0 10", "10.0 0", "1000.0 0",
                "Infinity 0"),
                read(Detail.EVALUATIONS).stream().map(r -> Varied.rate(r.plan()) + " " + r.plan().seed()).toList());
    }

    @Test
    void namesInAnyOrderAreTotallyOrdered() {
        List<String> names = Stream
                .of("x-2", "x.", "x1", "x", "x10", "x9", "x9a", "=-5", "=.", "=5", "=inf", "=-inf", "")
                .toList();
        for (String a : names) {
            for (String b : names) {
                int ab = Integer.signum(NaturalOrder.of(a).compareTo(NaturalOrder.of(b)));
                assertEquals(-ab, Integer.signum(NaturalOrder.of(b).compareTo(NaturalOrder.of(a))));
                assertEquals(a.equals(b), ab == 0);
                for (String c : names) {
                    int bc = Integer.signum(NaturalOrder.of(b).compareTo(NaturalOrder.of(c)));
                    assertTrue(ab > 0 || bc > 0 || NaturalOrder.of(a).compareTo(NaturalOrder.of(c)) <= 0,
                            a + " " + b + " " + c);
                }
            }
        }
    }

    @Test
    void aRunThatHasNotEndedIsUnfinished() throws IOException {
        Path torn = new Folders(folder).write(plan("f", "momo", "known", 1, 0), Optional.empty(),
                evaluated(0, "train_loss", 1.0));
        Folders.append(torn, "{\"row\":\"evalua");
        Path begun = new Folders(folder).write(plan("f", "momo", "known", 1, 1), Optional.empty());
        Files.delete(begun.resolve("journal.jsonl"));
        Files.createDirectories(folder.resolve("momo-only-made"));
        assertEquals(List.of("unfinished 1", "unfinished 0"), read(Detail.EVALUATIONS).stream()
                .map(r -> r.status() + " " + r.evaluations().size()).toList());
        assertEquals(List.of(), damaged);
    }

    @Test
    void damageIsNamedAndPassedOver() throws IOException {
        Folders folders = new Folders(folder);
        for (long seed = 0; seed < 8; seed++) {
            folders.gap(plan("f", "momo", "known", 1, seed), 0.1);
        }
        Path name = folder.resolve("momo-f-lr=1.0-bound=known-seed=");
        Folders.replace(seed(0), "{\"row\":\"stepped\"", "{\"rwo\":\"stepped\"");
        Folders.replace(seed(1), "\"step\":10,\"epoch\"", "\"step\":100,\"epoch\"");
        Folders.append(seed(2), "{\"row\"");
        Files.writeString(seed(3).resolve("run.json"), "{\"plan\"");
        Files.writeString(seed(4).resolve("run.json"), "{}");
        Files.delete(seed(5).resolve("run.json"));
        Files.move(seed(6), folder.resolve("copy"));
        assertEquals(List.of(7L), read(Detail.EVALUATIONS).stream().map(r -> r.plan().seed()).toList());
        assertEquals(7, damaged.size());
        String all = String.join("\n", damaged);
        for (String sentence : List.of("copy/run.json is that of the run \"" + name.getFileName() + "6\"",
                name + "0/journal.jsonl, line 2, is no row of a journal: \"row\" is missing; the run is passed over",
                name + "1/journal.jsonl, line 4, says that ", name + "2/journal.jsonl, line 5, follows after the end",
                name + "3/run.json", name + "4/run.json has no \"plan\"", name + "5/run.json does not exist")) {
            assertTrue(all.contains(sentence), sentence + "\n" + all);
        }
    }

    private Path seed(int seed) {
        return folder.resolve("momo-f-lr=1.0-bound=known-seed=" + seed);
    }

    @Test
    void aFolderMustHoldRuns() {
        assertThrows(NoSuchFileException.class, () -> RunResults.in(folder.resolve("none")));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> RunResults.in(folder)).getMessage()
                .contains("holds no runs; it must be the folder of one experiment"));
    }
}
