package org.momo4j.tracking.mlflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.util.Optional;
import org.mlflow.tracking.MlflowHttpException;
import org.momo4j.tracking.mlflow.Outcome.Cause;

/** Says what the answers of a server mean. */
final class Answers {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** Said with status 400 of most of what its database throws, passing trouble too; wrong requests have other words. */
    private static final String TROUBLE_OF_DATABASE = "BAD_REQUEST";
    private static final int LONGEST_REASON = 300;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;
    private static final int NOT_IMPLEMENTED = 501;

    private final Credentials credentials;

    /** Of a server that may repeat our secrets. */
    Answers(Credentials credentials) {
        this.credentials = credentials;
    }

    /** What an answer other than 2xx means. */
    <T> Outcome<T> of(int status, String body, Optional<Duration> retryAfter) {
        JsonNode error = object(body).orElse(JSON.createObjectNode());
        String code = error.path("error_code").asText("");
        String said = error.path("message").asText("");
        String reason = "HTTP " + status + (code.isEmpty() ? "" : " " + shortened(code))
                + (said.isBlank() ? "" : ": " + shortened(said));
        if (status == 401 || status == 403) {
            return new Outcome.Failed<>(Cause.NOT_ALLOWED, reason, retryAfter);
        }
        if (status == TOO_MANY_REQUESTS || status == UNAVAILABLE) {
            return new Outcome.Failed<>(Cause.OVERLOADED, reason, retryAfter);
        }
        if (code.equals(TROUBLE_OF_DATABASE)) {
            return new Outcome.Failed<>(Cause.OUT_OF_ORDER, reason, retryAfter);
        }
        boolean refused = status >= 400 && status < 500 && status != REQUEST_TIMEOUT;
        return refused || status == NOT_IMPLEMENTED
                ? new Outcome.Refused<>(status, code, reason)
                : new Outcome.Failed<>(Cause.OUT_OF_ORDER, reason, retryAfter);
    }

    /** What it means that a call ended in this way. */
    <T> Outcome<T> of(Throwable thrown) {
        if (thrown instanceof MlflowHttpException answered) {
            String body = Optional.ofNullable(answered.getBodyMessage()).orElse("");
            return of(answered.getStatusCode(), body, Optional.empty());
        }
        Throwable root = thrown;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String reason = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        return new Outcome.Failed<>(Cause.OUT_OF_ORDER, shortened(reason));
    }

    /**
     * The JSON object that MLflow answers a call with.
     *
     * @throws IllegalStateException if it is none: a proxy's page with status 200 is no delivery
     */
    static JsonNode answer(String body) {
        return object(body)
                .orElseThrow(() -> new IllegalStateException("the answer is not MLflow's: \"" + body.strip() + "\""));
    }

    /**
     * A text that must be there.
     *
     * @throws IllegalStateException if it is missing
     */
    static String text(JsonNode answer, String name) {
        String text = answer.path(name).asText();
        if (text.isEmpty()) {
            throw new IllegalStateException("the answer is without " + name);
        }
        return text;
    }

    private static Optional<JsonNode> object(String body) {
        try {
            return Optional.of(JSON.readTree(body)).filter(JsonNode::isObject);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private String shortened(String text) {
        String line = credentials.hideIn(text).replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON) + "...";
    }
}
