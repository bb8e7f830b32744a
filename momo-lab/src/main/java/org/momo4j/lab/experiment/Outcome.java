package org.momo4j.lab.experiment;

/**
 * How a run ended.
 *
 * @param status  how
 * @param step    steps made
 * @param reason  a sentence; empty if there is nothing to say
 * @param seconds of optimisation, without evaluations
 */
public record Outcome(Status status, long step, String reason, double seconds) {
    /** Ways to end. */
    public enum Status {
        /** Ran its length. */
        DONE,
        /** A loss, gradient or parameter was not finite, or the training loss grew above 10^6 max(1, |first|). */
        DIVERGED,
        /** A stopping rule held. */
        STOPPED_EARLY,
        /** Its seconds were over. */
        TIMED_OUT,
        /** Something threw. */
        FAILED,
        /** Was not started. */
        SKIPPED
    }
}
