package org.momo4j.lab.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.momo4j.lab.JavaProcess;
import org.momo4j.lab.Ran;
import org.momo4j.tracking.server.RealServer;
import org.momo4j.tracking.server.SharedServer;

/**
 * Processes that train and send to a real server are killed at random moments; after each, {@code momo sync} makes the server
 * hold exactly what the journals say. With {@code -Dmomo.kills=20} twenty are killed; in the build it is a few.
 */
@ExtendWith(SharedServer.class)
class KilledTrackingTest {
    private static final int KILLS = Integer.getInteger("momo.kills", 3);
    private static final String RUNS = "16";
    private static final String EPOCHS = "400";
    private static final String CHECKPOINT_MILLISECONDS = "20";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theServerHoldsTheJournals(RealServer server) throws IOException, InterruptedException {
        long seed = Long.getLong("momo.seed", System.nanoTime());
        Random random = new Random(seed);
        String name = "sweep"; // as SweepProcess calls it
        Path experiment = folder.resolve(name);
        int atWork = 0;
        int values = 0;
        for (int i = 0; i < KILLS; i++) {
            Process process = start(experiment, server);
            while (process.isAlive() && !Files.exists(experiment.resolve("tracking/journal.jsonl"))) {
                process.waitFor(5, TimeUnit.MILLISECONDS);
            }
            process.waitFor(random.nextInt(4000), TimeUnit.MILLISECONDS);
            atWork += process.isAlive() ? 1 : 0;
            process.destroyForcibly().waitFor();
            Ran sync = Ran.momo("sync", experiment.toString(), "--to", server.uri().toString());
            assertEquals(0, sync.code(), "seed " + seed + ": " + sync.err());
            int now = Outboxes.assertReplicated(experiment, server, name);
            assertTrue(now >= values, "seed " + seed + ": nothing is taken back");
            values = now;
        }
        Process last = start(experiment, server);
        assertEquals(0, last.waitFor(), () -> said());
        Outboxes.assertReplicated(experiment, server, name);
        assertTrue(atWork > 0, "a process was killed while it worked");
    }

    private Process start(Path experiment, RealServer server) throws IOException {
        return JavaProcess.start(TrackedSweepProcess.class, folder.resolve("err.txt"), experiment.toString(),
                server.uri().toString(), CHECKPOINT_MILLISECONDS, RUNS, EPOCHS);
    }

    private String said() {
        try {
            return Files.readString(folder.resolve("err.txt"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
