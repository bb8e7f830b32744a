package org.momo4j.tracking.mlflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.momo4j.tracking.journal.WrittenJournal;
import org.momo4j.tracking.stub.Fault;
import org.momo4j.tracking.stub.Fault.Moment;
import org.momo4j.tracking.stub.StubServer;

/** A call that is not waited for any more leaves no thread and no connection behind. */
@Timeout(300) // what would wait for ever fails instead
class AbandonedCallTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(200);

    @TempDir
    private Path folder;

    private static Flight<JsonNode> flight(URI server, Calls calls, Duration deadline, String body) throws Stopped {
        MlflowSettings settings = MlflowSettings.of(server);
        Clients clients = new Clients(settings, new Answers(settings.credentials()));
        Clients.Prepared<JsonNode> prepared = clients.prepare(Server.post("runs/log-batch", body));
        return calls.start(prepared.call(), prepared.letGo(), deadline);
    }

    private static void assertEnds(Thread thread) throws InterruptedException {
        assertTrue(thread.join(PATIENCE), "the thread is still there");
    }

    @Test
    void aHangingAnswer() throws Stopped, InterruptedException {
        try (StubServer server = StubServer.start()) {
            server.strike(new Fault.Hanging(Moment.BEFORE_COMMIT), Long.MAX_VALUE);
            Flight<JsonNode> flight = flight(server.uri(), new Calls(), SHORT, "{}");
            Outcome.Failed<?> failed = assertInstanceOf(Outcome.Failed.class, flight.outcome());
            assertEquals(Outcome.Cause.LATE, failed.cause());
            assertEnds(flight.thread());
            while (server.connections() > 0) {
                Thread.sleep(5);
            }
        }
    }

    @Test
    void anAnswerThatDrips() throws Stopped, InterruptedException {
        try (StubServer server = StubServer.start()) {
            server.strike(new Fault.Dripping(Duration.ofMillis(150)), Long.MAX_VALUE);
            Flight<JsonNode> flight = flight(server.uri(), new Calls(), SHORT, "{}");
            assertInstanceOf(Outcome.Failed.class, flight.outcome());
            assertEnds(flight.thread());
        }
    }

    @Test
    void connectionsThatLeakWithRefusalsBy429() throws Stopped, InterruptedException {
        try (StubServer server = StubServer.start()) {
            server.strike(Fault.tooManyRequests(), Long.MAX_VALUE);
            // the client pauses for one second, and two, and then waits for a connection for ever
            Flight<JsonNode> flight = flight(server.uri(), new Calls(), Duration.ofSeconds(5), "{}");
            assertInstanceOf(Outcome.Failed.class, flight.outcome());
            assertEnds(flight.thread());
            while (server.connections() > 0) {
                Thread.sleep(5);
            }
        }
    }

    @Test
    void aServerThatDoesNotRead() throws IOException, Stopped, InterruptedException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            URI server = URI.create("http://127.0.0.1:" + silent.getLocalPort());
            Flight<JsonNode> flight = flight(server, new Calls(), SHORT, "x".repeat(30_000_000));
            try (Socket accepted = silent.accept()) {
                assertInstanceOf(Outcome.Failed.class, flight.outcome());
                assertEnds(flight.thread());
                assertFalse(accepted.isClosed());
            }
        }
    }

    @Test
    void aServerThatDoesNotEvenAccept() throws IOException, Stopped, InterruptedException {
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            URI server = URI.create("http://127.0.0.1:" + full.getLocalPort());
            List<Socket> queue = new CopyOnWriteArrayList<>();
            for (int i = 0; i < 4; i++) { // connections in the queue, until the system takes no more
                Socket socket = new Socket();
                queue.add(socket);
                Thread.ofVirtual().start(() -> {
                    try {
                        socket.connect(full.getLocalSocketAddress());
                    } catch (IOException e) {
                        // as meant
                    }
                });
            }
            Thread.sleep(100);
            Flight<JsonNode> flight = flight(server, new Calls(), SHORT, "{}");
            assertInstanceOf(Outcome.Failed.class, flight.outcome());
            assertEnds(flight.thread());
            for (Socket socket : queue) {
                socket.close();
            }
        }
    }

    @Test
    void stoppingEndsWhatIsUnderWayAndWhatIsBegunLater() throws Stopped, InterruptedException {
        try (StubServer server = StubServer.start()) {
            server.strike(new Fault.Hanging(Moment.BEFORE_COMMIT), Long.MAX_VALUE);
            Calls calls = new Calls();
            Flight<JsonNode> flight = flight(server.uri(), calls, Duration.ofMinutes(10), "{}");
            calls.stop();
            assertThrows(Stopped.class, flight::outcome);
            assertEnds(flight.thread());
            assertThrows(Stopped.class, () -> flight(server.uri(), calls, SHORT, "{}"));
            assertThrows(Stopped.class, () -> calls.pause(Duration.ofMinutes(10)));
        }
    }

    @Test
    void anUploaderThatIsClosedWhileTheServerHangsLeavesNoThread() throws InterruptedException {
        try (StubServer server = StubServer.start()) {
            server.strike(new Fault.Hanging(Moment.BEFORE_COMMIT), Long.MAX_VALUE);
            WrittenJournal journal = WrittenJournal.in(folder.resolve("a"), "u", "exp", "a", Optional.empty());
            Uploader uploader = new Uploader(MlflowSettings.of(server.uri()).withDeadline(SHORT)
                    .withPauses(Duration.ofMillis(1), Duration.ofMillis(5)), message -> {
                    });
            uploader.follow(journal.outbox(), journal::length);
            while (server.struck() < 5) { // by then the door was knocked at, too
                Thread.sleep(5);
            }
            uploader.close();
            assertFalse(uploader.thread().isAlive());
            uploader.close();
            while (Thread.getAllStackTraces().keySet().stream().anyMatch(AbandonedCallTest::isOfAnUploader)) {
                Thread.sleep(5);
            }
            while (server.connections() > 0) {
                Thread.sleep(5);
            }
        }
    }

    private static boolean isOfAnUploader(Thread thread) {
        return thread.getName().startsWith("momo-mlflow") || thread.getName().startsWith("HttpClient-");
    }
}
