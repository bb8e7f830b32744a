package org.momo4j.lab.specification;

import java.io.IOException;
import java.io.OutputStream;
import org.momo4j.lab.experiment.Experiment;

/** Writes an experiment as it was understood: every run, every default filled in. */
public final class ResolvedSpecification {
    private ResolvedSpecification() {}

    /**
     * Writes YAML that reads back as the same runs.
     *
     * @throws IOException if that fails
     */
    public static void write(Experiment experiment, OutputStream out) throws IOException {
        throw new IOException("an experiment cannot be written yet: " + experiment.name() + out);
    }
}
