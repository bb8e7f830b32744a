package org.momo4j.tracking.mlflow;

import java.time.Duration;
import org.momo4j.tracking.mlflow.Outcome.Cause;

/** Something cannot be done now though the server is awake: others come first, this one later. */
final class PutOff extends Exception {
    private static final long serialVersionUID = 1;

    private final Cause kind;
    private final Duration pause;

    /** By a kind of failure, a reason for people, and how long. */
    PutOff(Cause kind, String reason, Duration pause) {
        super(reason);
        this.kind = kind;
        this.pause = pause;
    }

    /** What kind of failure it was in the end. */
    Cause kind() {
        return kind;
    }

    /** For how long. */
    Duration pause() {
        return pause;
    }
}
