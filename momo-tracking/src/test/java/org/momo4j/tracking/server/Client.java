package org.momo4j.tracking.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Asks an MLflow server, without any code that is tested. */
public final class Client implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    /**
     * What it answered.
     *
     * @param status of HTTP
     * @param body   its bytes
     */
    public record Answer(int status, byte[] body) {
        /** The body as JSON. */
        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(DEADLINE).build();
    private final URI server;

    /** A client of this server. */
    public Client(URI server) {
        this.server = server;
    }

    boolean isHealthy() {
        try {
            return send(HttpRequest.newBuilder(server.resolve("/health")).GET().timeout(Duration.ofSeconds(5)))
                    .status() == 200;
        } catch (UncheckedIOException e) {
            return false; // not yet
        }
    }

    /** Gets this call of the tracking API; the query stands in it. */
    public Answer get(String call) {
        return send(HttpRequest.newBuilder(api(call)).GET().timeout(DEADLINE));
    }

    /** Posts JSON to this call of the tracking API. */
    public Answer post(String call, String json) {
        return send(HttpRequest.newBuilder(api(call)).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)).timeout(DEADLINE));
    }

    /** Puts the content of an artifact of a run. */
    public Answer put(String experimentId, String runId, String path, byte[] content) {
        return send(HttpRequest.newBuilder(artifact(experimentId, runId, path))
                .PUT(HttpRequest.BodyPublishers.ofByteArray(content)).timeout(DEADLINE));
    }

    /** Gets the content of an artifact of a run. */
    public Answer content(String experimentId, String runId, String path) {
        return send(HttpRequest.newBuilder(artifact(experimentId, runId, path)).GET().timeout(DEADLINE));
    }

    private URI api(String call) {
        return server.resolve("/api/2.0/mlflow/" + call);
    }

    private URI artifact(String experimentId, String runId, String path) {
        return server.resolve("/api/2.0/mlflow-artifacts/artifacts/" + experimentId + "/" + runId + "/artifacts/"
                + encoded(path).replace("%2F", "/"));
    }

    /** As it stands in a query or a path. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
