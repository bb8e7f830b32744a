package org.momo4j.tracking.mlflow;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What people are told: once when the server stops answering, once when it is back. A single failure that is over at the next
 * try is not worth a word.
 */
final class Voice {
    private static final int WORTH_A_WORD = 2;
    private static final Duration QUIET = Duration.ofMinutes(1);

    private final Consumer<String> messages;
    private final ServerAddress server;
    private final Credentials credentials;
    private volatile Optional<String> trouble = Optional.empty();
    private Optional<Long> before = Optional.empty();
    private int failures;
    private boolean said;

    Voice(Consumer<String> messages, ServerAddress server, Credentials credentials) {
        this.messages = messages;
        this.server = server;
        this.credentials = credentials;
    }

    /** Something failed. */
    void failed(String reason) {
        trouble = Optional.of(credentials.hideIn(reason));
        failures++;
        if (failures >= WORTH_A_WORD && !said && isQuietLongEnough()) {
            said = true;
            before = Optional.of(System.nanoTime());
            say("The MLflow server " + server + " does not answer as it should: " + reason
                    + ". Runs go on; what they log is kept, and sent later.");
        }
    }

    /** A server that comes and goes is worth a word a minute. */
    private boolean isQuietLongEnough() {
        return before.isEmpty() || System.nanoTime() - before.get() >= QUIET.toNanos();
    }

    /** We are not let in. */
    void notAllowed(String reason) {
        trouble = Optional.of(credentials.hideIn(reason));
        if (!said && isQuietLongEnough()) {
            said = true;
            before = Optional.of(System.nanoTime());
            say("The MLflow server " + server + " does not let us in: " + reason
                    + ". Check MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD, or MLFLOW_TRACKING_TOKEN. What runs log"
                    + " is kept, and tried again.");
        }
    }

    /** The server has done something. */
    void answered() {
        failures = 0;
        trouble = Optional.empty();
        if (said) {
            said = false;
            say("The MLflow server " + server + " answers again.");
        }
    }

    /** Why the server does not answer just now. */
    Optional<String> trouble() {
        return trouble;
    }

    /** Tells people, without our secrets; whatever they do with it, the uploader goes on. */
    void say(String sentence) {
        try {
            messages.accept(credentials.hideIn(sentence));
        } catch (RuntimeException e) {
            trouble = trouble.or(() -> Optional.of("a message was not taken: " + e.getClass().getSimpleName()));
        }
    }
}
