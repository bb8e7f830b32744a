package org.momo4j.lab.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.momo4j.lab.JavaProcess;
import org.momo4j.lab.run.Plans;
import org.momo4j.lab.run.folder.Standing;

/**
 * Processes killed at random moments, each followed by another, leave the same behind as one that nobody disturbed. With
 * {@code -Dmomo.kills=20} twenty are killed; in the build it is a few.
 */
class KillTest {
    private static final int KILLS = Integer.getInteger("momo.kills", 4);
    private static final int RUNS = 32;
    /** Long enough for a few checkpoints a run, at one every 10 ms. */
    private static final long EPOCHS = 600;
    private static final String CHECKPOINT_MILLISECONDS = "10";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void whatIsKilledGoesOnAsIfNothingHadHappened() throws IOException, InterruptedException {
        var experiment = SweepProcess.experiment(RUNS, EPOCHS);
        new Sweep(Plans.installed()).run(experiment, folder.resolve("whole"), Sweeps.with(2), Sweeps.NOBODY);

        Path place = folder.resolve("killed");
        long seed = Long.getLong("momo.seed", System.nanoTime());
        Random random = new Random(seed);
        int atWork = 0;
        long caught = 0;
        long kept = 0;
        for (int i = 0; i < KILLS; i++) {
            Process process = start(place);
            Instant begun = Instant.now();
            while (process.isAlive() && !isAtWork(place, begun)) {
                process.waitFor(5, TimeUnit.MILLISECONDS);
            }
            process.waitFor(random.nextInt(700), TimeUnit.MILLISECONDS);
            atWork += process.isAlive() ? 1 : 0;
            process.destroyForcibly().waitFor();
            Inventory inventory = Inventory.of(experiment, place);
            caught += inventory.count(Standing.UNFINISHED);
            kept = inventory.count(Standing.KEPT);
        }
        Process last = start(place);
        assertEquals(0, last.waitFor(), "seed " + seed);
        Map<String, String> journals = Journals.of(place);
        assertEquals(Journals.of(folder.resolve("whole")), journals, "seed " + seed);
        assertTrue(atWork > 0 && caught > 0, atWork + " processes were killed while they worked, " + caught
                + " runs were caught half-way; " + kept + " runs were complete before the last start");
        try (Stream<Path> files = Files.walk(place)) {
            assertEquals(List.of(".lock"), files.map(f -> String.valueOf(f.getFileName()))
                    .filter(name -> name.startsWith(".")).toList(), "nothing half-written is left");
        }
    }

    /** Whether a run's folder has changed since. */
    private static boolean isAtWork(Path place, Instant since) throws IOException {
        if (!Files.exists(place)) {
            return false;
        }
        try (Stream<Path> files = Files.list(place)) {
            for (Path run : files.filter(Files::isDirectory).toList()) {
                if (Files.getLastModifiedTime(run).toInstant().isAfter(since)) {
                    return true;
                }
            }
        }
        return false;
    }

    private Process start(Path place) throws IOException {
        return JavaProcess.start(SweepProcess.class, folder.resolve("err.txt"), place.toString(), "2",
                CHECKPOINT_MILLISECONDS, Integer.toString(RUNS), Long.toString(EPOCHS));
    }
}
