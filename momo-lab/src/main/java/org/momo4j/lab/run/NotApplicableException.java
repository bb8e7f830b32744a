package org.momo4j.lab.run;

/** The parts of a run do not go together: it cannot be started, and is skipped. */
public final class NotApplicableException extends Exception {
    private static final long serialVersionUID = 1;

    /** Says why. */
    NotApplicableException(String reason) {
        super(reason);
    }

    /** Passes on why a part was refused. */
    NotApplicableException(IllegalArgumentException refused) {
        super(refused.getMessage(), refused);
    }
}
