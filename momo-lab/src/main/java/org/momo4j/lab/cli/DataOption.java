package org.momo4j.lab.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.momo4j.nn.task.DataDirectory;
import picocli.CommandLine.Option;

/** {@code --data-dir}, of commands that create objectives. */
final class DataOption {
    @Option(names = "--data-dir", paramLabel = "DIR", description = "Where data sets that are not shipped are looked for first. "
            + "Default: ~/.momo/data and /usr/share/datasets.")
    private Optional<Path> directory = Optional.empty();

    /** Makes it known, before an objective is created. */
    void apply() {
        directory.ifPresent(dir -> {
            Require.that(Files.isDirectory(dir), "--data-dir", "\"" + dir + "\"", "a directory that exists");
            System.setProperty(DataDirectory.PROPERTY, dir.toString());
        });
    }
}
