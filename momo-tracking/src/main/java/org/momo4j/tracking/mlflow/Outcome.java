package org.momo4j.tracking.mlflow;

import java.time.Duration;
import java.util.Optional;

/**
 * What became of one call.
 *
 * @param <T> what the server answers with
 */
sealed interface Outcome<T> {
    /** It was done. */
    record Taken<T>(T value) implements Outcome<T> {}

    /**
     * The server will never do it.
     *
     * @param status of HTTP
     * @param code   MLflow's word for it; empty if the answer is not known to be MLflow's own
     * @param reason for people
     */
    record Refused<T>(int status, String code, String reason) implements Outcome<T> {
        /** The same of a call with another answer. */
        <S> Refused<S> typed() {
            return new Refused<>(status, code, reason);
        }
    }

    /**
     * It may have been done or not, and may be tried again.
     *
     * @param cause      what kind of failure
     * @param reason     for people
     * @param retryAfter how long the server asks us to wait
     */
    record Failed<T>(Cause cause, String reason, Optional<Duration> retryAfter) implements Outcome<T> {
        /** Of this kind, without a wish of the server. */
        Failed(Cause cause, String reason) {
            this(cause, reason, Optional.empty());
        }

        /** The same of a call with another answer. */
        <S> Failed<S> typed() {
            return new Failed<>(cause, reason, retryAfter);
        }
    }

    /** Kinds of failure. */
    enum Cause {
        /** No answer within the deadline. */
        LATE,
        /** The server has too much to do: 429 and 503. */
        OVERLOADED,
        /** The server does not know us, or does not let us. */
        NOT_ALLOWED,
        /** Everything else: not reached, or out of order. */
        OUT_OF_ORDER
    }
}
