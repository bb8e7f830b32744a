package org.momo4j.tracking.journal;

import java.util.Locale;

/** What becomes of a run when its journal cannot be written. */
public enum OnFullDisk {
    /** The run goes on; what it logs is lost, and counted, until there is room again. */
    GO_ON,
    /** Logging throws an {@link java.io.UncheckedIOException}, which ends the run. */
    STOP;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
