package org.momo4j.lab.run.folder;

import java.util.Locale;

/** What is known of a run before a sweep. */
public enum Standing {
    /** Nothing is there. */
    NEW,
    /** It is complete. */
    KEPT,
    /** It was begun. */
    UNFINISHED,
    /** It failed: whatever the cause was may be gone. */
    FAILED,
    /** What is there belongs to another plan. */
    STALE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
