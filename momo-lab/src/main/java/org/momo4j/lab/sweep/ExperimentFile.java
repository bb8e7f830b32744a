package org.momo4j.lab.sweep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.momo4j.lab.experiment.Experiment;
import org.momo4j.lab.report.AtomicFile;
import org.momo4j.lab.specification.ResolvedSpecification;

/** {@code experiment.yaml}: the experiment as it was understood. */
final class ExperimentFile {
    private static final String NAME = "experiment.yaml";

    private ExperimentFile() {}

    /** Writes it; results do not depend on it, so that a sweep goes on without. */
    static void write(Experiment experiment, Path folder, SweepListener listener) {
        try {
            removeLeftovers(folder);
            AtomicFile.write(folder.resolve(NAME), out -> ResolvedSpecification.write(experiment, out));
        } catch (IOException e) {
            listener.message(NAME + " was not written: " + e.getMessage());
        }
    }

    /** Temporary files of a process that was killed. */
    private static void removeLeftovers(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.getFileName().toString().matches("\\..*\\.tmp")).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
