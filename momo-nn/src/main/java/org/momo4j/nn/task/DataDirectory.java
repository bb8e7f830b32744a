package org.momo4j.nn.task;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the user says that data are. Providers are made by {@link java.util.ServiceLoader}, which hands them nothing; and the place is
 * no hyper-parameter, for a run is the same run wherever its data lie (their digests are recorded). So it is a system property, read
 * when data are first needed: a program sets it before it creates objectives.
 */
public final class DataDirectory {
    /** The name of the property. */
    public static final String PROPERTY = "momo.data-dir";

    private DataDirectory() {}

    /** The directory, if one was named. */
    static Optional<Path> given() {
        return Optional.ofNullable(System.getProperty(PROPERTY)).filter(text -> !text.isEmpty()).map(Path::of);
    }
}
