package org.momo4j.lab.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.momo4j.lab.result.Folders.plan;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.momo4j.lab.Ran;

/** The time is printed: it is to be below ten seconds for each command. */
class TenThousandRunsTest {
    @Test
    void areExportedAndCompared(@TempDir Path folder) throws IOException {
        Folders folders = new Folders(folder);
        for (int i = 0; i < 10_000; i++) {
            folders.gap(plan("f", i % 2 == 0 ? "momo" : "sgd-m", "known", Math.pow(10, i / 2 % 10 - 5), i / 20),
                    i % 7 == 0 ? Double.POSITIVE_INFINITY : 1.0 / (i + 2));
        }
        time("export", folder.toString(), "--to", folder.resolve("all.csv").toString());
        time("compare", folder.toString());
    }

    private static void time(String... arguments) {
        long start = System.nanoTime();
        Ran ran = Ran.momo(arguments);
        assertEquals(0, ran.code(), ran.err());
        System.out.println("momo " + arguments[0] + " of 10,000 runs: "
                + Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms");
    }
}
