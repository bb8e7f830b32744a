package org.momo4j.tracking.stub;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** A way in which a server misbehaves. */
public sealed interface Fault {
    /** Whether the server did its work before it went wrong. */
    enum Moment {
        /** What was asked for has not been done. */
        BEFORE_COMMIT,
        /** It has been done, but the caller is not told. */
        AFTER_COMMIT
    }

    /** When it strikes. */
    Moment moment();

    /** Whether it can strike at this request. */
    default boolean concerns(Request request) {
        return true;
    }

    /** The connection is closed without an answer. */
    record Dropped(Moment moment) implements Fault {}

    /** There is no answer, and the connection stays open until the caller closes it. */
    record Hanging(Moment moment) implements Fault {}

    /**
     * The connection is closed without an answer, and the port too; it opens again after a while, with what was held before.
     *
     * @param moment when it strikes
     * @param down   how long nobody listens; connections are refused
     */
    record Restarting(Moment moment, Duration down) implements Fault {}

    /**
     * Another answer than the right one.
     *
     * @param moment  when it strikes
     * @param status  of HTTP
     * @param headers of the answer
     * @param body    of the answer
     */
    record Answering(Moment moment, int status, Map<String, String> headers, String body) implements Fault {}

    /**
     * The right answer, one byte at a time.
     *
     * @param pause before each byte
     */
    record Dripping(Duration pause) implements Fault {
        @Override
        public Moment moment() {
            return Moment.AFTER_COMMIT;
        }
    }

    /**
     * Batches with this metric are refused with 400, as with a value that the server does not take; other requests are not
     * touched.
     *
     * @param key name of the metric
     */
    record RefusingMetric(String key) implements Fault {
        @Override
        public Moment moment() {
            return Moment.BEFORE_COMMIT;
        }

        @Override
        public boolean concerns(Request request) {
            if (!request.calls("runs/log-batch")) {
                return false;
            }
            for (JsonNode metric : Json.tree(request.text()).path("metrics")) {
                if (metric.path("key").asText().equals(key)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** 500, as MLflow says it. */
    static Fault internalError(Moment moment) {
        return json(moment, 500, Map.of(), "INTERNAL_ERROR");
    }

    /** 503 without a word on when to come again. */
    static Fault unavailable(Moment moment) {
        return json(moment, 503, Map.of(), "TEMPORARILY_UNAVAILABLE");
    }

    /** 503, with the seconds after which to come again. */
    static Fault unavailable(Moment moment, int retryAfter) {
        return json(moment, 503, Map.of("Retry-After", Integer.toString(retryAfter)), "TEMPORARILY_UNAVAILABLE");
    }

    /** 429 with a body. */
    static Fault tooManyRequests() {
        return json(Moment.BEFORE_COMMIT, 429, Map.of(), "REQUEST_LIMIT_EXCEEDED");
    }

    /** 429 with a body, and the seconds after which to come again. */
    static Fault tooManyRequests(int retryAfter) {
        return json(Moment.BEFORE_COMMIT, 429, Map.of("Retry-After", Integer.toString(retryAfter)),
                "REQUEST_LIMIT_EXCEEDED");
    }

    /** 200 with JSON that breaks off. */
    static Fault malformed(Moment moment) {
        return new Answering(moment, 200, Map.of("Content-Type", "application/json"),
                "{\"run\": {\"info\": {\"run_id\"");
    }

    /** 502 with a page for people, as a proxy in between sends it. */
    static Fault badGateway(Moment moment) {
        return new Answering(moment, 502, Map.of("Content-Type", "text/html"),
                "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>\n");
    }

    /** 401, whatever the credentials. */
    static Fault unauthorized() {
        return new Answering(Moment.BEFORE_COMMIT, 401,
                Map.of("Content-Type", "text/html; charset=utf-8", "WWW-Authenticate", "Basic realm=\"mlflow\""),
                "You are not authenticated. Please see the documentation of the server.");
    }

    private static Fault json(Moment moment, int status, Map<String, String> headers, String code) {
        Answer answer = Answer.json(status,
                "{\"error_code\": \"" + code + "\", \"message\": \"the stub was asked to\"}");
        for (Map.Entry<String, String> header : headers.entrySet()) {
            answer = answer.with(header.getKey(), header.getValue());
        }
        return new Answering(moment, status, answer.headers(), new String(answer.body(), StandardCharsets.UTF_8));
    }
}
