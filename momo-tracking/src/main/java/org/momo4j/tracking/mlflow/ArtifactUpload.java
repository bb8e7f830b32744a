package org.momo4j.tracking.mlflow;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.momo4j.tracking.journal.Entry;

/** Sends files by the MLflow server itself; to stores that only other programs reach, they are refused. */
final class ArtifactUpload {
    private static final String SERVED = "mlflow-artifacts:/";
    private static final long BYTES_A_SECOND = 1 << 20; // even a slow line is given the time that it needs

    private final Server server;

    ArtifactUpload(Server server) {
        this.server = server;
    }

    /**
     * Sends a file.
     *
     * @param artifactUri where the files of the run belong
     * @param artifact    what it is
     * @param content     where its content is
     */
    void send(String artifactUri, Entry.Artifact artifact, Path content)
            throws Refusal, PutOff, Stopped, IOException {
        String path = path(artifactUri, artifact.path());
        if (!Files.isRegularFile(content) || Files.size(content) != artifact.bytes()) {
            throw new Refusal("", "its content is not where it should be: " + content);
        }
        Duration within = server.deadline().plusSeconds(artifact.bytes() / BYTES_A_SECOND);
        server.insist(() -> {
            try {
                return server.http().put(path, BodyPublishers.ofFile(content), within);
            } catch (FileNotFoundException e) {
                return new Outcome.Refused<>(0, "MISSING", "its content is gone: " + content);
            }
        });
    }

    private static String path(String artifactUri, String path) throws Refusal {
        if (!artifactUri.startsWith(SERVED) || artifactUri.startsWith(SERVED + "/")) {
            throw new Refusal("", "the files of this run belong to " + artifactUri
                    + ", where they cannot be sent; start the server with --artifacts-destination");
        }
        if (Arrays.stream(path.split("/", -1))
                .anyMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."))) {
            throw new Refusal("", "a path without empty parts, . and .. is allowed");
        }
        return "api/2.0/mlflow-artifacts/artifacts/" + encoded(artifactUri.substring(SERVED.length()) + "/" + path);
    }

    private static String encoded(String path) {
        return Arrays.stream(path.split("/")).filter(part -> !part.isEmpty())
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }
}
