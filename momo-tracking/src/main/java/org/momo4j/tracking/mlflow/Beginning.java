package org.momo4j.tracking.mlflow;

import java.io.IOException;
import java.util.Optional;
import org.momo4j.tracking.journal.Entry;
import org.momo4j.tracking.journal.JournalReader;
import org.momo4j.tracking.journal.Line;
import org.momo4j.tracking.journal.Outbox;

/**
 * The first line of a journal.
 *
 * @param began  what it says
 * @param millis when
 * @param after  the place behind it
 */
record Beginning(Entry.Began began, long millis, Position after) {
    /**
     * Reads it.
     *
     * @param goal how much of the journal is there for good
     * @throws SetAside if the journal begins in another way
     */
    static Beginning of(Outbox outbox, long goal) throws SetAside, IOException {
        try (JournalReader reader = new JournalReader(outbox.journal())) {
            Optional<Line> first = reader.next(goal);
            if (first.isPresent() && first.get().entry() instanceof Entry.Began began) {
                return new Beginning(began, first.get().time().toEpochMilli(), Position.of(reader));
            }
            throw new SetAside(
                    "The journal " + outbox.journal() + " cannot be sent: its first line does not say what run"
                            + " begins.");
        }
    }

    /** Whether a line of the journal ends at a place; reads everything before it. */
    static boolean isBetweenLines(Outbox outbox, Position place) throws IOException {
        try (JournalReader reader = new JournalReader(outbox.journal())) {
            while (reader.offset() < place.offset() && reader.next().isPresent()) {
                // one line further
            }
            return Position.of(reader).equals(place);
        }
    }
}
