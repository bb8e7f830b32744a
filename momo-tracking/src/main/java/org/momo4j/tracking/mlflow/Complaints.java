package org.momo4j.tracking.mlflow;

import java.io.IOException;
import org.momo4j.tracking.journal.Outbox;

/** What people are told about the delivery of one outbox, each once. */
final class Complaints {
    private final Desk desk;
    private final Outbox outbox;
    private final Refusals refusals;
    private boolean saidRefused;
    private boolean saidLocked;
    private boolean saidBroken;

    Complaints(Desk desk, Outbox outbox, Refusals refusals) {
        this.desk = desk;
        this.outbox = outbox;
        this.refusals = refusals;
    }

    /** Something may have been refused. */
    void refused() {
        if (!saidRefused && refusals.first().isPresent()) {
            saidRefused = true;
            say("The MLflow server " + desk.address() + " refuses something of " + outbox.folder() + ": "
                    + refusals.first().get() + ". All that it refuses is in " + refusals.file()
                    + "; everything else goes on.");
        }
    }

    /** Another delivers it. */
    void locked() {
        if (!saidLocked) {
            saidLocked = true;
            say("Another process is sending " + outbox.folder() + " to " + desk.address() + "; this one waits.");
        }
    }

    /** The outbox cannot be read or written. */
    void broken(IOException e) {
        if (!saidBroken) {
            saidBroken = true;
            say("The outbox " + outbox.folder() + " cannot be read or written: " + e + ". It is tried again later.");
        }
    }

    /** Something that nobody thought of. */
    String mistaken(RuntimeException e) {
        return "The outbox " + outbox.folder() + " is not sent to " + desk.address() + ": " + e;
    }

    /** The run is not there any more. */
    void gone(Beginning known) {
        say("The run \"" + known.began().name() + "\" (" + outbox.folder() + ") is no longer on " + desk.address()
                + ": it is sent anew, from its beginning.");
    }

    /** The run does not stay. */
    String goneAgain(Beginning known) {
        return "The run \"" + known.began().name() + "\" (" + outbox.folder() + ") disappears again and again from "
                + desk.address() + ": it is not sent any more.";
    }

    /** The run cannot be made. */
    String notBegun(Beginning known, Refusal refusal) {
        return "The MLflow server " + desk.address() + " refuses the run \"" + known.began().name() + "\" of "
                + outbox.folder() + ": " + refusal.reason() + ". It is not sent.";
    }

    /** The journal ends before it should. */
    void endsBefore(Position place, long goal) {
        say("The journal " + outbox.journal() + " cannot be trusted behind line " + place.number() + ": "
                + (goal - place.offset()) + " bytes are not sent.");
    }

    private void say(String sentence) {
        desk.server().voice().say(sentence);
    }
}
