package org.momo4j.tracking.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes killed without mercy at random moments, each followed by another: no line that was logged is missing. */
class KilledWriterTest {
    private static final int KILLS = Integer.getInteger("momo.kills", 10);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void whatWasLoggedBeforeAKillIsThere() throws IOException, InterruptedException {
        long seed = Long.getLong("momo.seed", System.nanoTime());
        Random random = new Random(seed);
        Path place = folder.resolve("run");
        Path file = new Outbox(place).journal();
        long lines = 0;
        int withRoom = 0;
        for (int i = 0; i < KILLS; i++) {
            long from = lines == 0 ? 0 : lines + 1;
            JavaProcess process = JavaProcess.start(folder.resolve("out-" + i), LoggingProcess.class, place.toString(),
                    "GO_ON", Long.toString(from), Long.toString(Long.MAX_VALUE),
                    Integer.toString(1 + random.nextInt(200)));
            process.waitFor("\n");
            process.process().waitFor(random.nextInt(120), TimeUnit.MILLISECONDS);
            assertTrue(process.process().isAlive(), process.output() + ", seed " + seed);
            process.process().destroyForcibly().waitFor();

            long printed = lastNumber(process.text());
            List<Line> there = Lines.read(file);
            String where = "kill " + i + ", seed " + seed;
            assertTrue(printed > lines, where);
            assertTrue(there.size() >= printed,
                    where + ": " + printed + " were logged, " + there.size() + " are there");
            assertTrue(there.size() <= printed + 1, where + ": one at most was logged and not printed yet");
            for (int k = 1; k < there.size(); k++) {
                assertEquals(k + 1, there.get(k).number(), where);
                Entry.Metrics metrics = (Entry.Metrics) there.get(k).entry();
                assertEquals(k + 1, metrics.step(), where);
                assertEquals(List.of((k + 1) / 3.0), List.copyOf(metrics.values().values()), where);
            }
            lines = there.size();
            withRoom += Files.size(file) > Recovered.of(file).bytes() ? 1 : 0;
        }
        assertTrue(withRoom > 0, "kills leave room behind the lines");

        byte[] before = java.util.Arrays.copyOf(Files.readAllBytes(file), (int) Recovered.of(file).bytes());
        JavaProcess last = JavaProcess.start(folder.resolve("out"), LoggingProcess.class, place.toString(), "GO_ON",
                Long.toString(lines + 1), Long.toString(lines + 100), "10");
        assertEquals(0, last.waitFor(), last::toString);
        byte[] after = Files.readAllBytes(file);
        assertArrayEquals(before, java.util.Arrays.copyOf(after, before.length), "what was there is not touched");
        assertEquals(lines + 100, Lines.read(file).size());
        assertEquals(Recovered.of(file).bytes(), after.length, "who closes leaves no room");
    }

    /** The last that was printed with its line end. */
    private static long lastNumber(String text) {
        String whole = text.substring(0, text.lastIndexOf('\n'));
        return Long.parseLong(whole.substring(whole.lastIndexOf('\n') + 1));
    }
}
