package org.momo4j.tracking.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.momo4j.tracking.mlflow.Outcome.Cause;

/**
 * Requests of our own, for what MLflow's client cannot do: it hides the headers of answers, it repeats everything that fails
 * (which makes two runs of one), and it sends files by a Python program.
 */
final class Http {
    private final ServerAddress server;
    private final Credentials credentials;
    private final Answers answers;
    private final Calls calls;
    private final Duration deadline;
    private Optional<HttpClient> client = Optional.empty();

    Http(MlflowSettings settings, Answers answers, Calls calls) {
        this.server = settings.address();
        this.credentials = settings.credentials();
        this.deadline = settings.deadline();
        this.answers = answers;
        this.calls = calls;
    }

    /** Asks for something. */
    Outcome<JsonNode> get(String path) throws Stopped {
        HttpRequest.Builder request = request(server.at(path)).GET();
        return json(answered(request, deadline));
    }

    /** Sends a JSON document, once. */
    Outcome<JsonNode> post(String path, String body) throws Stopped {
        HttpRequest.Builder request = request(server.at(path)).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        return json(answered(request, deadline));
    }

    /** Sends the content of a file; MLflow says nothing when it has taken it. */
    Outcome<JsonNode> put(String path, BodyPublisher body, Duration within) throws Stopped {
        HttpRequest.Builder request = request(server.at(path)).header("Content-Type", "application/octet-stream")
                .PUT(body);
        Outcome<String> outcome = answered(request, within);
        boolean isSilent = outcome instanceof Outcome.Taken<String>(String said) && said.isBlank();
        return isSilent ? new Outcome.Taken<>(MissingNode.getInstance()) : json(outcome);
    }

    private HttpRequest.Builder request(URI uri) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        credentials.header().ifPresent(header -> request.header("Authorization", header));
        return request;
    }

    private Outcome<String> answered(HttpRequest.Builder request, Duration within) throws Stopped {
        HttpClient sender = client();
        return calls.start(() -> sent(sender, request.build()), () -> {
        }, within).outcome();
    }

    private Outcome<String> sent(HttpClient sender, HttpRequest request) {
        try {
            HttpResponse<String> answer = sender.send(request, BodyHandlers.ofString());
            int status = answer.statusCode();
            if (status >= 200 && status < 300) {
                return new Outcome.Taken<>(answer.body());
            }
            Optional<Duration> wish = answer.headers().firstValue("Retry-After")
                    .flatMap(header -> RetryAfter.wait(header, Instant.now()));
            return answers.of(status, answer.body(), wish);
        } catch (IOException e) {
            return answers.of(e);
        } catch (InterruptedException e) {
            return new Outcome.Failed<>(Cause.LATE, "abandoned");
        }
    }

    private Outcome<JsonNode> json(Outcome<String> outcome) {
        return switch (outcome) {
            case Outcome.Taken<String>(String body) -> parsed(body);
            case Outcome.Refused<String> refused -> refused.typed();
            case Outcome.Failed<String> failed -> failed.typed();
        };
    }

    private Outcome<JsonNode> parsed(String body) {
        try {
            return new Outcome.Taken<>(Answers.answer(body));
        } catch (IllegalStateException e) {
            return answers.of(e);
        }
    }

    private synchronized HttpClient client() throws Stopped {
        if (calls.isStopped()) {
            throw new Stopped();
        }
        HttpClient there = client.orElseGet(() -> HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(deadline).build());
        client = Optional.of(there);
        return there;
    }

    /** Ends the threads of the client; to be called after all calls are stopped. */
    synchronized void close() {
        client.ifPresent(HttpClient::shutdownNow);
    }
}
