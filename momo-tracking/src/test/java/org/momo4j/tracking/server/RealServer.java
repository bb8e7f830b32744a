package org.momo4j.tracking.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A real MLflow server, on loopback and a free port, with SQLite and artifacts in a temporary folder. It takes some ten seconds
 * to start, so tests share one: {@link SharedServer}.
 */
public final class RealServer implements Recorded, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final Path folder;
    private final int port;
    private final Client client;
    private Optional<Process> process = Optional.empty();

    private RealServer() throws IOException {
        folder = Files.createTempDirectory("momo-mlflow");
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        client = new Client(uri());
    }

    /**
     * Starts one; skips the test, or fails it, where MLflow is missing.
     *
     * @throws IllegalStateException if it does not start, with what it said
     */
    public static RealServer launch() throws IOException, InterruptedException {
        Mlflow.require();
        RealServer server = new RealServer();
        try {
            server.start();
            return server;
        } catch (IOException | InterruptedException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** Starts it again, on the same port and with the same data, if it does not run. */
    public void start() throws IOException, InterruptedException {
        if (process.isPresent()) {
            return;
        }
        ProcessBuilder builder = new ProcessBuilder(Mlflow.program().toString(), "server", "--host", "127.0.0.1",
                "--port",
                Integer.toString(port), "--workers", "1", "--backend-store-uri",
                "sqlite:///" + folder.resolve("mlflow.db"),
                "--artifacts-destination", folder.resolve("artifacts").toString());
        builder.directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        // Other settings of the one who runs the tests do not matter here, and nobody is told that a server was started.
        builder.environment().keySet().removeIf(name -> name.startsWith("MLFLOW_"));
        builder.environment().putAll(Map.of("MLFLOW_DISABLE_TELEMETRY", "true", "DO_NOT_TRACK", "true",
                "MLFLOW_SERVER_ENABLE_JOB_EXECUTION", "false", "HTTP_PROXY", "", "HTTPS_PROXY", "", "NO_PROXY", "*"));
        Process started = builder.start();
        process = Optional.of(started);
        try {
            awaitReady(started);
        } catch (IOException | InterruptedException | RuntimeException e) {
            stop();
            throw e;
        }
    }

    private void awaitReady(Process started) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!client.isHealthy()) {
            if (!started.isAlive()) {
                throw new IllegalStateException("MLflow ended with " + started.exitValue() + ":\n" + said());
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("MLflow is not ready after " + PATIENCE + ":\n" + said());
            }
            Thread.sleep(PAUSE);
        }
    }

    private Path log() {
        return folder.resolve("log.txt");
    }

    private String said() throws IOException {
        return Files.exists(log()) ? Files.readString(log()) : "";
    }

    /** Stops it with all its children; what it holds is kept. */
    public void stop() throws InterruptedException {
        if (process.isEmpty()) {
            return;
        }
        Process parent = process.get();
        List<ProcessHandle> all = processes();
        all.forEach(ProcessHandle::destroy);
        long deadline = System.nanoTime() + GRACE.toNanos();
        while (all.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < deadline) {
            Thread.sleep(PAUSE);
        }
        all.forEach(ProcessHandle::destroyForcibly);
        parent.waitFor(GRACE.toSeconds(), TimeUnit.SECONDS);
        process = Optional.empty();
    }

    /** Its process and all that came from it; none when it is stopped. */
    List<ProcessHandle> processes() {
        return process.map(parent -> Stream.concat(parent.descendants(), Stream.of(parent.toHandle())).toList())
                .orElse(List.of());
    }

    @Override
    public URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public List<Run> runs(String experiment) {
        return new ReadBack(client).runs(experiment);
    }

    /** Stops it and deletes what it held. */
    @Override
    public void close() {
        try {
            stop();
            client.close();
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e)
                        throws IOException {
                    Files.delete(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("not stopped", e);
        }
    }
}
