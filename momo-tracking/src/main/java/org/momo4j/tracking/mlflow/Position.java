package org.momo4j.tracking.mlflow;

import org.momo4j.tracking.journal.JournalReader;

/**
 * A place in a journal, between two lines.
 *
 * @param offset bytes before it
 * @param number lines before it
 */
record Position(long offset, long number) {
    /** Before the first line. */
    static final Position START = new Position(0, 0);

    /** Where a reader is. */
    static Position of(JournalReader reader) {
        return new Position(reader.offset(), reader.number());
    }
}
