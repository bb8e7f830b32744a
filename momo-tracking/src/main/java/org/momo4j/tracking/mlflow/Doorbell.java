package org.momo4j.tracking.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import org.momo4j.tracking.mlflow.Outcome.Cause;

/**
 * A small question that tells whether the server is awake, and when it wants to be asked again.
 *
 * <p>
 * MLflow's client hides the headers of answers, and so {@code Retry-After}. After a failure the heavy request is therefore not
 * simply sent again: the server is asked something cheap by a request of our own, whose headers we see, and what it says about
 * waiting is followed. Only when it answers does the heavy request go out again. A server that asks for patience at one address
 * alone is not heard in this way; then our own growing pauses must do.
 */
final class Doorbell {
    private static final String QUESTION = "api/2.0/mlflow/experiments/search?max_results=1";
    private static final int NOT_FOUND = 404;

    private final Http http;

    Doorbell(Http http) {
        this.http = http;
    }

    /** Who comes to the door. */
    enum Door {
        /** MLflow, at work. */
        MLFLOW,
        /** Somebody who does not let us in, but is awake. */
        SOMEBODY
    }

    /** Rings; a refusal, too, says that somebody is there. */
    Outcome<Door> ring() throws Stopped {
        return switch (http.get(QUESTION)) {
            case Outcome.Taken<JsonNode> _ -> new Outcome.Taken<>(Door.MLFLOW);
            case Outcome.Refused<JsonNode> refused -> refused.status() == NOT_FOUND
                    ? new Outcome.Taken<>(Door.SOMEBODY)
                    : new Outcome.Failed<>(Cause.OUT_OF_ORDER, refused.reason());
            case Outcome.Failed<JsonNode> failed -> failed.cause() == Cause.NOT_ALLOWED
                    ? new Outcome.Taken<>(Door.SOMEBODY)
                    : failed.typed();
        };
    }
}
