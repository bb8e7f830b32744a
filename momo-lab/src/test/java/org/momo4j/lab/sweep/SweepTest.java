package org.momo4j.lab.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.momo4j.lab.experiment.Experiment;
import org.momo4j.lab.run.Plans;
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
}
