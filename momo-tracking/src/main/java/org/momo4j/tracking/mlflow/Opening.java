package org.momo4j.tracking.mlflow;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.momo4j.tracking.journal.Entry;
import org.momo4j.tracking.journal.Outbox;
import org.momo4j.tracking.mlflow.RunDirectory.Run;

/** Finds the place where the delivery of an outbox goes on; makes the run where there is none. To be used under the lock. */
final class Opening {
    private static final int MOST_WAITS = 30;

    private final Desk desk;
    private final Outbox outbox;
    private final CursorFile file;
    private int waits;

    Opening(Desk desk, Outbox outbox, CursorFile file) {
        this.desk = desk;
        this.outbox = outbox;
        this.file = file;
    }

    /** The cursor that was saved, if it can be right. */
    Optional<Cursor> saved() throws IOException {
        try {
            Optional<Cursor> saved = file.load();
            if (saved.isPresent() && saved.get().position().offset() > Files.size(outbox.journal())) {
                discard("lies behind the end of its journal");
                return Optional.empty();
            }
            return saved;
        } catch (CursorFile.Damaged e) {
            discard("is damaged");
            return Optional.empty();
        }
    }

    /** The cursor is wrong. */
    void discard(String how) throws IOException {
        desk.server().voice().say("The cursor of " + outbox.folder() + " for " + desk.address() + " " + how
                + ": it is thrown away, and everything is sent again, which changes nothing that is there already.");
        file.delete();
    }

    /** Looks whether the run of a cursor is still there. */
    void verify(Cursor cursor) throws Refusal, PutOff, RunGone, Stopped {
        if (desk.runs().get(cursor.runId()).isEmpty()) {
            throw new RunGone(cursor.runId());
        }
    }

    /** Finds the run on the server, or makes it. */
    Cursor begin(Beginning beginning, Family family) throws Refusal, PutOff, SetAside, Stopped, IOException {
        Entry.Began began = beginning.began();
        String experiment = desk.experiments().id(began.experiment());
        Optional<Run> found = desk.runs().find(experiment, began.uid());
        Run run = found.isPresent()
                ? found.get()
                : desk.runs().create(experiment, began, beginning.millis(), parent(began, experiment, family));
        Cursor cursor = new Cursor(desk.address().toString(), experiment, run.id(), beginning.after(), !run.running());
        file.save(cursor);
        return cursor;
    }

    private Optional<String> parent(Entry.Began began, String experiment, Family family)
            throws Refusal, PutOff, SetAside, Stopped {
        if (began.parent().isEmpty()) {
            return Optional.empty();
        }
        Optional<String> parent = Optional.empty();
        try {
            parent = family.runOf(began.parent().get(), experiment);
        } catch (PutOff e) {
            if (waits++ < MOST_WAITS) {
                throw e;
            }
        }
        if (parent.isEmpty()) {
            desk.server().voice().say("The run \"" + began.name() + "\" is sent to " + desk.address()
                    + " without its parent " + began.parent().get() + ", which is nowhere.");
        }
        return parent;
    }
}
