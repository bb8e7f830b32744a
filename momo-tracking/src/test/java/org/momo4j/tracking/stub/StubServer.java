package org.momo4j.tracking.stub;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import org.momo4j.tracking.server.Recorded;

/**
 * An MLflow tracking server in memory, on loopback and a free port, that does what MLflow 3.18 does with an SQL store, and
 * misbehaves when it is asked to. Everything that it holds can be read, and every request that came in. Safe for threads.
 */
public final class StubServer implements Recorded, AutoCloseable {
    private final Api api = new Api();
    private final Faults faults = new Faults();
    private final List<Seen> log = new ArrayList<>();
    private final Set<Connection> connections = new HashSet<>();
    private final int port;
    private Optional<ServerSocket> listening = Optional.empty();
    private Optional<String> authorization = Optional.empty();
    private boolean closed;

    private StubServer() {
        port = listen(0);
    }

    /** Starts it. */
    public static StubServer start() {
        return new StubServer();
    }

    /** From now on only requests with this user and password are answered. */
    public StubServer requireBasic(String user, String password) {
        String secret = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return require("Basic " + secret);
    }

    /** From now on only requests with this token are answered. */
    public StubServer requireBearer(String token) {
        return require("Bearer " + token);
    }

    private synchronized StubServer require(String header) {
        authorization = Optional.of(header);
        return this;
    }

    @Override
    public URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** The next requests go wrong, so many of them; {@code Long.MAX_VALUE} for all until {@link #heal}. */
    public void strike(Fault fault, long times) {
        strike(fault, times, request -> true);
    }

    /** The next of these requests go wrong. Of several faults that could strike, the one that was asked for first does. */
    public void strike(Fault fault, long times, Predicate<Request> which) {
        faults.plan(fault, times, which);
    }

    /** No fault is to strike any more. What hangs goes on to hang. */
    public void heal() {
        faults.clear();
    }

    /** Requests that went wrong as planned, so far. */
    public long struck() {
        return faults.struck();
    }

    /** Closes the port and every connection; what is held is kept. Connections are refused from now on. */
    public void stop() {
        List<Connection> open;
        synchronized (this) {
            listening.ifPresent(StubServer::close);
            listening = Optional.empty();
            open = List.copyOf(connections);
            connections.clear();
        }
        open.forEach(StubServer::close);
    }

    /** Opens the same port again, if it is closed. */
    public synchronized void restart() {
        if (listening.isEmpty() && !closed) {
            listen(port);
        }
    }

    /** Every request so far, with what became of it. */
    public List<Seen> log() {
        synchronized (log) {
            return List.copyOf(log);
        }
    }

    /** Connections that are open now: what a caller does not close or use again stands here. */
    public synchronized int connections() {
        return connections.size();
    }

    @Override
    public List<Run> runs(String experiment) {
        return api.recorded(experiment);
    }

    /** Every metric that a batch brought, repeated ones too, in the order in which they came. */
    public List<Metric> arrivals(String runId) {
        return api.arrivals(runId);
    }

    /** Stops for ever. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        stop();
    }

    private synchronized int listen(int at) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), at));
            listening = Optional.of(socket);
            Thread.ofVirtual().name("stub").start(() -> accept(socket));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket server) {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().name("stub connection").start(() -> serve(server, socket));
            } catch (IOException e) {
                return; // the port has been closed
            }
        }
    }

    private void serve(ServerSocket server, Socket socket) {
        try (socket) {
            serve(server, new Connection(socket));
        } catch (IOException e) {
            return; // one of both sides has closed
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(ServerSocket server, Connection connection) throws IOException, InterruptedException {
        synchronized (this) {
            if (server.isClosed()) {
                return;
            }
            connections.add(connection);
        }
        try (connection) {
            Optional<Request> request = connection.next();
            while (request.isPresent() && answer(connection, request.get())) {
                request = connection.next();
            }
        } finally { // it is closed by now
            synchronized (this) {
                connections.remove(connection);
            }
        }
    }

    /** Whether the connection goes on. */
    private boolean answer(Connection connection, Request request) throws IOException, InterruptedException {
        Optional<Fault> fault = faults.next(request);
        boolean commits = fault.map(f -> f.moment() == Fault.Moment.AFTER_COMMIT).orElse(true) && isAllowed(request);
        Answer right = commits ? api.answer(request) : unauthorized();
        if (fault.isEmpty()) {
            note(request, right.status() < 400, OptionalInt.of(right.status()));
            connection.send(right);
            return true;
        }
        boolean committed = commits && right.status() < 400;
        switch (fault.get()) {
            case Fault.Dropped _ -> note(request, committed, OptionalInt.empty());
            case Fault.Hanging _ -> {
                note(request, committed, OptionalInt.empty());
                connection.hang();
            }
            case Fault.Restarting(Fault.Moment _, Duration down) -> {
                note(request, committed, OptionalInt.empty());
                stop();
                Thread.sleep(down);
                restart();
            }
            case Fault.Answering(Fault.Moment _, int status, var headers, String body) -> {
                note(request, committed, OptionalInt.of(status));
                connection.send(new Answer(status, headers, body.getBytes(StandardCharsets.UTF_8)));
                return true;
            }
            case Fault.Dripping(Duration pause) -> {
                note(request, committed, OptionalInt.of(right.status()));
                connection.drip(right, pause);
                return true;
            }
            case Fault.RefusingMetric(String key) -> {
                note(request, false, OptionalInt.of(400));
                connection.send(Answer.json(400, "{\"error_code\": \"INVALID_PARAMETER_VALUE\", \"message\": "
                        + "\"Invalid value for the metric '" + key + "'\"}"));
                return true;
            }
        }
        return false;
    }

    private synchronized boolean isAllowed(Request request) {
        return authorization.isEmpty() || request.header("Authorization").equals(authorization)
                || request.path().equals("/health");
    }

    private static Answer unauthorized() {
        return Answer.text(401, "text/html; charset=utf-8", "You are not authenticated.")
                .with("WWW-Authenticate", "Basic realm=\"mlflow\"");
    }

    private void note(Request request, boolean committed, OptionalInt status) {
        synchronized (log) {
            log.add(new Seen(request, committed, status));
        }
    }

    private static void close(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
