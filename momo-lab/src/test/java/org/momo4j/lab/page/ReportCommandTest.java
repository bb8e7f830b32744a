package org.momo4j.lab.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.momo4j.lab.Ran;

class ReportCommandTest {
    @TempDir
    Path folder;

    @Test
    void whatIsNoExperimentIsOneSentence() {
        Ran missing = Ran.momo("report", folder.resolve("none").toString());
        assertEquals(2, missing.code());
        assertEquals("momo: DIR is \"" + folder.resolve("none")
                + "\"; it must be the folder of an experiment, as momo run wrote it\n", missing.err());
        Ran empty = Ran.momo("report", folder.toString());
        assertEquals(2, empty.code());
        assertEquals(1, empty.err().lines().count());
        assertTrue(empty.err().contains("holds no runs"), empty.err());
    }

    @Test
    void itHasHelp() {
        assertTrue(Ran.momo("report", "--help").out().startsWith("Usage: momo report"));
    }

    @Test
    void theFilesAreNamedAndPicturesHaveTheirTextAsText() throws IOException {
        Path specification = Files.writeString(folder.resolve("one.yaml"), """
                experiment: one
                objective: {name: least-squares, samples: 20, dimension: 3}
                batchSize: 5
                epochs: 2
                optimizers: [{name: momo, lr: [0.1, 1]}]
                """);
        assertEquals(0, Ran.momo("run", specification.toString(), "--out", folder.toString()).code());
        Ran ran = Ran.momo("report", folder.resolve("one").toString());
        assertEquals(0, ran.code(), ran.err());
        Path report = folder.resolve("one/report");
        for (String name : new String[]{"lr-stability", "curves", "step-sizes", "bounds", "convergence"}) {
            assertTrue(ran.out().contains(report.resolve(name + ".svg").toString()), ran.out());
            assertTrue(Files.size(report.resolve(name + ".png")) > 0);
        }
        assertTrue(Files.readString(report.resolve("lr-stability.svg")).contains(">learning rate<"));
        assertTrue(Ran.momo("report", "--format", "json", folder.resolve("one").toString()).out().strip()
                .startsWith("{"));
    }
}
