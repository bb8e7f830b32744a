package org.momo4j.tracking.stub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StubServerTest {
    private final StubServer server = StubServer.start();
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @AfterEach
    void close() {
        http.close();
        server.close();
    }

    private HttpResponse<String> post(String call, String body) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(server.uri().resolve("/api/2.0/mlflow/" + call))
                .timeout(Duration.ofSeconds(2)).POST(HttpRequest.BodyPublishers.ofString(body)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String run() throws IOException, InterruptedException {
        post("experiments/create", "{\"name\":\"e\"}");
        String answer = post("runs/create", "{\"experiment_id\":\"1\"}").body();
        return Json.tree(answer).path("run").path("info").path("run_id").asText();
    }

    private static String batch(String run, String key) {
        return "{\"run_id\":\"" + run + "\",\"metrics\":[{\"key\":\"" + key
                + "\",\"value\":1,\"timestamp\":1,\"step\":1}]}";
    }

    private int rows() {
        return server.runs("e").getFirst().metrics().size();
    }

    @Test
    void aRepeatedMetricIsOneRowAndTwoArrivals() throws Exception {
        String run = run();
        post("runs/log-batch", batch(run, "a"));
        post("runs/log-batch", batch(run, "a"));
        assertEquals(1, rows());
        assertEquals(2, server.arrivals(run).size());
    }

    @Test
    void beforeAndAfterCommit() throws Exception {
        String run = run();
        server.strike(new Fault.Dropped(Fault.Moment.BEFORE_COMMIT), 1, request -> request.calls("runs/set-tag"));
        server.strike(Fault.internalError(Fault.Moment.BEFORE_COMMIT), 1);
        assertEquals(500, post("runs/log-batch", batch(run, "a")).statusCode());
        assertEquals(0, rows());
        server.strike(Fault.internalError(Fault.Moment.AFTER_COMMIT), 1, request -> request.calls("runs/log-batch"));
        assertEquals(500, post("runs/log-batch", batch(run, "a")).statusCode());
        assertEquals(1, rows());
        assertThrows(IOException.class,
                () -> post("runs/set-tag", "{\"run_id\":\"" + run + "\",\"key\":\"k\",\"value\":\"v\"}"));
        assertEquals(3, server.struck());
        assertEquals(200, post("runs/log-batch", batch(run, "b")).statusCode());
    }

    @Test
    void hangsUntilTheCallerGoes() throws Exception {
        String run = run();
        server.strike(new Fault.Hanging(Fault.Moment.AFTER_COMMIT), 1);
        assertThrows(HttpTimeoutException.class, () -> post("runs/log-batch", batch(run, "a")));
        assertEquals(1, rows());
    }

    @Test
    void aClosedPortRefusesAndTheSameOneOpensAgain() throws Exception {
        String run = run();
        server.stop();
        try (HttpClient fresh = HttpClient.newHttpClient()) { // an old connection would say that it was closed
            HttpRequest request = HttpRequest.newBuilder(server.uri().resolve("/health")).build();
            assertThrows(ConnectException.class, () -> fresh.send(request, HttpResponse.BodyHandlers.ofString()));
            server.restart();
            assertEquals(200, fresh.send(request, HttpResponse.BodyHandlers.ofString()).statusCode());
        }
        assertEquals(0, rows());
        assertEquals(run, server.runs("e").getFirst().id());
    }

    @Test
    void restartsInTheMiddle() throws Exception {
        String run = run();
        server.strike(new Fault.Restarting(Fault.Moment.AFTER_COMMIT, Duration.ofMillis(1)), 1,
                request -> request.calls("runs/log-batch"));
        assertThrows(IOException.class, () -> post("runs/log-batch", batch(run, "a")));
        while (true) { // it comes back
            try {
                assertEquals(200, post("runs/log-batch", batch(run, "b")).statusCode());
                break;
            } catch (ConnectException e) {
                Thread.sleep(1);
            }
        }
        assertEquals(2, rows());
    }

    @Test
    void refusesOneMetricUntilTold() throws Exception {
        String run = run();
        server.strike(new Fault.RefusingMetric("bad"), Long.MAX_VALUE);
        assertEquals(200, post("runs/log-batch", batch(run, "good")).statusCode());
        assertEquals(400, post("runs/log-batch", batch(run, "bad")).statusCode());
        assertEquals(400, post("runs/log-batch", batch(run, "bad")).statusCode());
        server.heal();
        assertEquals(200, post("runs/log-batch", batch(run, "bad")).statusCode());
    }

    @Test
    void dripsTheRightAnswer() throws Exception {
        server.strike(new Fault.Dripping(Duration.ofMillis(1)), 1);
        assertEquals(200, post("experiments/create", "{\"name\":\"e\"}").statusCode());
    }

    @Test
    void saysWhenToComeAgain() throws Exception {
        server.strike(Fault.tooManyRequests(7), 1);
        HttpResponse<String> answer = post("experiments/create", "{\"name\":\"e\"}");
        assertEquals(429, answer.statusCode());
        assertEquals(List.of("7"), answer.headers().allValues("Retry-After"));
        assertTrue(answer.body().contains("REQUEST_LIMIT_EXCEEDED"));
    }

    @Test
    void wantsCredentials() throws Exception {
        server.requireBearer("secret");
        assertEquals(401, post("experiments/create", "{\"name\":\"e\"}").statusCode());
        HttpRequest request = HttpRequest.newBuilder(server.uri().resolve("/api/2.0/mlflow/experiments/create"))
                .header("Authorization", "Bearer secret").POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"e\"}"))
                .build();
        assertEquals(200, http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode());
        assertEquals(List.of(false, true), server.log().stream().map(Seen::committed).toList());
    }

    /** MLflow 3.18 means to, but it counts the members of the request; older ones and proxies do it. */
    @Test
    void refusesMoreThanAMegabyte() throws Exception {
        String run = run();
        String batch = batch(run, "a");
        assertEquals(200, post("runs/log-batch", batch + " ".repeat(1_000_000 - batch.length())).statusCode());
        assertEquals(400, post("runs/log-batch", batch + " ".repeat(1_000_001 - batch.length())).statusCode());
    }

    @Test
    void malformedAndPagesForPeople() throws Exception {
        String run = run();
        server.strike(Fault.malformed(Fault.Moment.AFTER_COMMIT), 1);
        server.strike(Fault.badGateway(Fault.Moment.BEFORE_COMMIT), 1);
        server.strike(Fault.unauthorized(), 1);
        server.strike(Fault.unavailable(Fault.Moment.BEFORE_COMMIT, 3), 1);
        HttpResponse<String> malformed = post("runs/log-batch", batch(run, "a"));
        assertEquals(200, malformed.statusCode());
        assertTrue(Json.tree(malformed.body()).isMissingNode());
        assertTrue(post("runs/log-batch", batch(run, "b")).body().startsWith("<html>"));
        assertEquals(401, post("runs/log-batch", batch(run, "c")).statusCode());
        assertEquals(503, post("runs/log-batch", batch(run, "d")).statusCode());
        assertEquals(1, rows());
    }

    @Test
    void openConnectionsAreCounted() throws Exception {
        run();
        assertEquals(1, server.connections());
        server.stop();
        assertEquals(0, server.connections());
    }
}
