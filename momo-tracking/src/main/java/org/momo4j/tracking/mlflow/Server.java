package org.momo4j.tracking.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.mlflow.tracking.MlflowClient;
import org.momo4j.tracking.mlflow.Clients.Prepared;
import org.momo4j.tracking.mlflow.Doorbell.Door;
import org.momo4j.tracking.mlflow.Outcome.Cause;

/**
 * The server, asked with patience: a call comes back with an answer, a refusal, or, where the server is awake and the call fails
 * all the same, put off. While the server is down there is nothing to come back with. One thread asks.
 */
final class Server {
    private static final int MOST_TRIES = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** Something that can be tried again. */
    interface Attempt<T> {
        /** Tries it once. */
        Outcome<T> make() throws Stopped;
    }

    private final Duration deadline;
    private final Calls calls = new Calls();
    private final Clients clients;
    private final Http http;
    private final Doorbell doorbell;
    private final Backoff backoff;
    private final Voice voice;

    Server(MlflowSettings settings, Consumer<String> messages) {
        deadline = settings.deadline();
        Answers answers = new Answers(settings.credentials());
        clients = new Clients(settings, answers);
        http = new Http(settings, answers, calls);
        doorbell = new Doorbell(http);
        backoff = new Backoff(settings.firstPause(), settings.longestPause(), RandomGenerator.getDefault());
        voice = new Voice(messages, settings.address(), settings.credentials());
    }

    /** Begins a call that is not waited for yet. */
    <T> Flight<T> start(Function<MlflowClient, T> call) throws Stopped {
        Prepared<T> prepared = clients.prepare(call);
        return calls.start(prepared.call(), prepared.letGo(), deadline);
    }

    /**
     * Waits for a call. MLflow's client does not say that it was told to come later, it tries again and blocks: when a call takes
     * long, the server is asked on the side, and if it has too much to do the call is given up.
     */
    <T> Outcome<T> outcome(Flight<T> flight) throws Stopped {
        if (!flight.isOverWithin(PATIENCE) && doorbell.ring() instanceof Outcome.Failed<Door> silence
                && silence.cause() == Cause.OVERLOADED) {
            flight.abandon();
            return silence.typed();
        }
        return flight.outcome();
    }

    /** Asks by MLflow's client. */
    <T> T ask(Function<MlflowClient, T> call) throws Refusal, PutOff, Stopped {
        return insist(() -> outcome(start(call)));
    }

    /**
     * Sends a document, and looks whether it is MLflow that answers. The client's own methods for one purpose do not look: a page
     * of a proxy would count as done. They also load protocol buffers, about which Java 25 warns.
     */
    static Function<MlflowClient, JsonNode> post(String path, String body) {
        return client -> Answers.answer(client.sendPost(path, body));
    }

    /** Asks for something, and looks whether it is MLflow that answers. */
    static Function<MlflowClient, JsonNode> get(String path, String name, String value) {
        String query = "?" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
        return client -> Answers.answer(client.sendGet(path + query));
    }

    /** Tries until there is an answer. */
    <T> T insist(Attempt<T> attempt) throws Refusal, PutOff, Stopped {
        return insist(attempt, attempt.make());
    }

    /** Tries again where the first outcome was a failure. */
    <T> T insist(Attempt<T> attempt, Outcome<T> first) throws Refusal, PutOff, Stopped {
        Outcome<T> outcome = first;
        for (int tries = 1;; tries++) {
            switch (outcome) {
                case Outcome.Taken<T>(T value) -> {
                    answered();
                    return value;
                }
                case Outcome.Refused<T> refused -> {
                    if (!refused.code().isEmpty() || isMlflowThere()) {
                        answered();
                        throw new Refusal(refused.code(), refused.reason());
                    }
                    recover(new Outcome.Failed<>(Cause.OUT_OF_ORDER, refused.reason()), tries);
                }
                case Outcome.Failed<T> failed -> recover(failed, tries);
            }
            outcome = attempt.make();
        }
    }

    private void answered() {
        backoff.reset();
        voice.answered();
    }

    /** A proxy in front of a server that is away refuses everything: only where MLflow itself is at work is that meant. */
    private boolean isMlflowThere() throws Stopped {
        return doorbell.ring() instanceof Outcome.Taken<Door>(Door door) && door == Door.MLFLOW;
    }

    private void recover(Outcome.Failed<?> failed, int tries) throws PutOff, Stopped {
        Outcome.Failed<?> last = failed;
        while (true) {
            calls.pause(pauseAfter(last));
            Outcome<Door> ring = doorbell.ring();
            if (!(ring instanceof Outcome.Failed<Door> silence)) {
                break;
            }
            last = silence;
        }
        if (failed.cause() == Cause.NOT_ALLOWED || tries >= MOST_TRIES) {
            throw new PutOff(failed.cause(), failed.reason(), backoff.longest());
        }
    }

    private Duration pauseAfter(Outcome.Failed<?> failed) {
        if (failed.cause() == Cause.NOT_ALLOWED) {
            voice.notAllowed(failed.reason());
            return backoff.longest();
        }
        voice.failed(failed.reason());
        Duration ours = backoff.afterFailure();
        return failed.retryAfter().filter(theirs -> theirs.compareTo(ours) > 0).orElse(ours);
    }

    /** Requests of our own. */
    Http http() {
        return http;
    }

    /** Of one call. */
    Duration deadline() {
        return deadline;
    }

    /** What people are told. */
    Voice voice() {
        return voice;
    }

    /** Abandons all calls; none is made after it. */
    void close() {
        calls.stop();
        clients.close();
        http.close();
    }

    /** The longest pause that we choose. */
    Duration longestPause() {
        return backoff.longest();
    }

    /** Whether no more calls are made. */
    boolean isStopped() {
        return calls.isStopped();
    }
}
