package org.momo4j.lab.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.momo4j.api.provider.Choice;
import org.momo4j.lab.experiment.Experiment;
import org.momo4j.lab.experiment.Outcome.Status;
import org.momo4j.lab.experiment.RunPlan;
import org.momo4j.lab.run.Plans;
import org.momo4j.lab.run.folder.JournalEnd;
import org.momo4j.lab.run.folder.Standing;

class SweepTest {
    private final Sweep sweep = new Sweep(Plans.installed());

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theSameBitsWithOneAndThreeJobs() throws IOException {
        Experiment experiment = Plans.experiment("small", 3, Plans.training(20));
        sweep.run(experiment, folder.resolve("one"), Sweeps.with(1), Sweeps.NOBODY);
        sweep.run(experiment, folder.resolve("three"), Sweeps.with(3), Sweeps.NOBODY);
        Map<String, String> journals = Journals.of(folder.resolve("one"));
        assertEquals(48, journals.size());
        assertEquals(journals, Journals.of(folder.resolve("three")));
        assertTrue(journals.values().stream().anyMatch(j -> j.contains("\"status\":\"diverged\"")));
        assertEquals(48, Inventory.of(experiment, folder.resolve("one")).count(Standing.KEPT));
    }

    @Test
    void aSecondCallDoesOnlyWhatIsMissing() throws IOException {
        Path place = folder.resolve("small");
        sweep.run(Plans.experiment("small", 1, Plans.training(2)), place, Sweeps.with(2), Sweeps.NOBODY);
        Map<String, String> before = Journals.of(place);
        Counter counter = new Counter();
        sweep.run(Plans.experiment("small", 2, Plans.training(2)), place, Sweeps.with(2), counter);
        assertEquals(16, counter.ended.size());
        assertTrue(counter.ended.stream().allMatch(name -> name.endsWith("-seed=1")));
        assertTrue(Journals.of(place).entrySet().containsAll(before.entrySet()));
        counter.ended.clear();
        sweep.run(Plans.experiment("small", 2, Plans.training(2)), place, Sweeps.with(2), counter);
        assertEquals(List.of(), counter.ended);
    }

    @Test
    void whatAChangedSpecificationMakesStaleIsMovedAsideAndRunAgain() throws IOException {
        Path place = folder.resolve("small");
        Experiment old = Plans.experiment("small", 1, Plans.training(2));
        sweep.run(old, place, Sweeps.with(2), Sweeps.NOBODY);
        Map<String, String> before = Journals.of(place);
        Experiment changed = Plans.experiment("small", 1, Plans.training(3));
        assertEquals(16, Inventory.of(changed, place).count(Standing.STALE));
        sweep.run(changed, place, Sweeps.with(2), Sweeps.NOBODY);
        assertEquals(16, Inventory.of(changed, place).count(Standing.KEPT));
        assertEquals(16, Journals.of(place).size());
        Map<String, String> stale = Journals.of(place.resolve("stale"));
        assertEquals(before.values().stream().sorted().toList(), stale.values().stream().sorted().toList());
        sweep.run(old, place, Sweeps.with(2), Sweeps.NOBODY);
        assertEquals(before, Journals.of(place));
        assertEquals(32, Journals.of(place.resolve("stale")).size());
    }

    @Test
    void aRunThatFailsOrIsSkippedEndsNothingElse() throws IOException {
        RunPlan good = Plans.plan("good", "momo", 1, 0, Plans.training(1));
        RunPlan failing = new RunPlan("failing", new Choice("least-squares", Map.of("data", "missing.svm")),
                good.optimizer(), good.learningRate(), good.bound(), good.training(), 0, Map.of());
        RunPlan skipped = new RunPlan("skipped", good.objective(), new Choice("momo", Map.of("weightDecay", 1)),
                new Choice("constant", Map.of("rate", Double.POSITIVE_INFINITY)), good.bound(), good.training(), 0,
                Map.of());
        RunPlan unknown = new RunPlan("unknown", good.objective(), Choice.of("mmo"), good.learningRate(), good.bound(),
                good.training(), 0, Map.of());
        Experiment experiment = new Experiment("some", List.of(failing, skipped, unknown, good));
        Counter counter = new Counter();
        sweep.run(experiment, folder.resolve("some"), Sweeps.with(1), counter);
        assertEquals(Map.of("failing", Status.FAILED, "skipped", Status.SKIPPED, "unknown", Status.FAILED, "good",
                Status.DONE), counter.status);
        Inventory inventory = Inventory.of(experiment, folder.resolve("some"));
        assertEquals(2, inventory.count(Standing.FAILED), "what failed is tried again");
        assertEquals(2, inventory.count(Standing.KEPT));
        assertEquals("missing.svm does not exist; a LIBSVM file is needed", counter.reasons.get("failing"));
        assertTrue(Files.readString(folder.resolve("some/failing/failure.txt")).contains("LibsvmReader"));
    }

    @Test
    void aTornOrForeignJournalIsNoResult() throws IOException {
        Experiment experiment = new Experiment("one", List.of(Plans.plan("run", "momo", 1, 0, Plans.training(2))));
        Path place = folder.resolve("one");
        sweep.run(experiment, place, Sweeps.with(1), Sweeps.NOBODY);
        Path journal = place.resolve("run/journal.jsonl");
        String whole = Files.readString(journal);
        for (String damaged : List.of("", whole.substring(0, whole.length() - 1),
                whole.substring(0, whole.length() / 2),
                whole.substring(whole.indexOf('\n') + 1), whole + "{}\n", whole + "x",
                whole.substring(0, whole.lastIndexOf(",\"plan\"")) + "}\n",
                whole.replaceAll("\"plan\":\"....", "\"plan\":\"0000"))) {
            Files.writeString(journal, damaged);
            assertEquals(1, Inventory.of(experiment, place).count(Standing.UNFINISHED), damaged);
        }
        sweep.run(experiment, place, Sweeps.with(1), Sweeps.NOBODY);
        assertEquals(Journals.withoutTimes(whole), Journals.of(place).get("run"));
    }

    @Test
    void aSecondSweepInOneFolderIsRefused() throws IOException {
        Path place = folder.resolve("small");
        try (FolderLock _ = FolderLock.of(place)) {
            var refused = assertThrows(IllegalArgumentException.class,
                    () -> sweep.run(Plans.experiment("small", 1, Plans.training(1)), place, Sweeps.with(1),
                            Sweeps.NOBODY));
            assertEquals(place + " is in use by another momo (process " + ProcessHandle.current().pid()
                    + "); wait until it ends, or use another folder", refused.getMessage());
        }
    }

    @Test
    void namesThatAreNoFoldersAreRefused() {
        for (String name : List.of("a/b", "..", ".hidden", "", "stale")) {
            var refused = assertThrows(IllegalArgumentException.class,
                    () -> sweep.run(
                            new Experiment("x", List.of(Plans.plan(name, "momo", 1, 0, Plans.training(1)))),
                            folder.resolve("x"), Sweeps.with(1), Sweeps.NOBODY));
            assertTrue(refused.getMessage().startsWith("the name of a run is \"" + name + "\"; it must be"));
        }
    }

    @Test
    void aLongRunSavesItselfAndAResumedOneLosesNothing() throws IOException {
        RunPlan plan = Plans.plan("run", "momo-adam", 0.1, 0, Plans.training(3));
        Experiment experiment = new Experiment("long", List.of(plan));
        sweep.run(experiment, folder.resolve("whole"), Sweeps.with(1), Sweeps.NOBODY);
        Path place = folder.resolve("often");
        sweep.run(experiment, place, Sweeps.with(1, Duration.ZERO), Sweeps.NOBODY);
        assertEquals(Journals.of(folder.resolve("whole")), Journals.of(place));
        assertTrue(Files.exists(place.resolve("run/checkpoint.npz")));
        // as if it had been killed between the last checkpoint and the end of the journal
        Path journal = place.resolve("run/journal.jsonl");
        Files.writeString(journal, Files.readString(journal).lines().filter(l -> l.contains("\"row\":\"evaluated\""))
                .collect(java.util.stream.Collectors.joining("\n", "", "\n{\"row\":\"eval")));
        sweep.run(experiment, place, Sweeps.with(1), Sweeps.NOBODY);
        assertEquals(Journals.of(folder.resolve("whole")), Journals.of(place));
        // and with both checkpoints damaged, it begins anew
        Files.writeString(journal, "{\"row\":\"eval");
        Files.writeString(place.resolve("run/checkpoint.npz"), "x");
        Files.writeString(place.resolve("run/checkpoint.previous.npz"), "");
        Counter counter = new Counter();
        sweep.run(experiment, place, Sweeps.with(1), counter);
        assertEquals(List.of(place.resolve("run/checkpoint.npz") + " is damaged and not used",
                place.resolve("run/checkpoint.previous.npz") + " is damaged and not used"),
                counter.messages.stream().filter(m -> !m.contains("experiment.yaml")).toList());
        assertEquals(Journals.of(folder.resolve("whole")), Journals.of(place));
    }

    /** Remembers what it is told. */
    private static final class Counter implements SweepListener {
        private final List<String> ended = new ArrayList<>();
        private final List<String> messages = new ArrayList<>();
        private final Map<String, Status> status = new HashMap<>();
        private final Map<String, String> reasons = new HashMap<>();

        @Override
        public void ended(RunPlan plan, JournalEnd end) {
            ended.add(plan.name());
            status.put(plan.name(), end.outcome().status());
            reasons.put(plan.name(), end.outcome().reason());
        }

        @Override
        public void message(String sentence) {
            messages.add(sentence);
        }
    }
}
