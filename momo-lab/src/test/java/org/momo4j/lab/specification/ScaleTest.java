package org.momo4j.lab.specification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.momo4j.lab.experiment.Experiment;

/** Large sweeps are read, written and read back. */
class ScaleTest {
    /** A few seconds are usual; something whose cost grows with the square of the runs takes longer than this anywhere. */
    private static final Duration HANGS = Duration.ofMinutes(3);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void tenThousandRuns() {
        assertTimeout(HANGS, () -> {
            Experiment experiment = Specifications.read(folder, """
                    objective: [least-squares, logistic]
                    epochs: 1
                    random: {samples: 2500, seed: 1}
                    seeds: [5]
                    optimizers:
                      - {name: momo, lr: {logUniform: [1e-4, 1e3]}}
                      - {name: adam, lr: {logUniform: [1e-4, 1e3]}}
                    """);
            assertTrue(experiment.runs().size() > 9_900); // what is drawn twice is run once
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ResolvedSpecification.write(experiment, out);
            assertEquals(experiment, Specifications.read(folder, out.toString(StandardCharsets.UTF_8)));
        });
    }
}
