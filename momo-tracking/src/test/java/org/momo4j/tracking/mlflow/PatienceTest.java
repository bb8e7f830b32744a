package org.momo4j.tracking.mlflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.momo4j.tracking.journal.Entry;
import org.momo4j.tracking.journal.WrittenJournal;
import org.momo4j.tracking.server.Recorded.Run;
import org.momo4j.tracking.stub.Fault;
import org.momo4j.tracking.stub.Fault.Moment;
import org.momo4j.tracking.stub.StubServer;

/** What a server never takes, and answers as if it were an accident, keeps nothing else waiting; a real accident is waited for. */
@Timeout(300) // what would wait for ever fails instead
class PatienceTest {
    private static final Duration LONG = Duration.ofSeconds(120);

    @TempDir
    private Path folder;

    private final StubServer server = StubServer.start();
    private final List<String> messages = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        server.close();
    }

    /** 400, as MLflow says it of most troubles of its database. */
    private static Fault badRequest() {
        return new Fault.Answering(Moment.BEFORE_COMMIT, 400, Map.of("Content-Type", "application/json"),
                "{\"error_code\": \"BAD_REQUEST\", \"message\": \"(psycopg2.errors.DiskFull)\"}");
    }

    private WrittenJournal journal() {
        WrittenJournal journal = WrittenJournal.in(folder, "uid", "exp", "a", Optional.empty());
        Entry[] lines = new Entry[50];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = new Entry.Metrics(i, i == 30 ? Map.of("loss", 1.0, "poison", 1.0) : Map.of("loss", 1.0));
        }
        journal.add(2_000, lines);
        journal.artifact(3_000, "folder", "a file".getBytes(StandardCharsets.UTF_8));
        journal.artifact(3_001, "other", "another file".getBytes(StandardCharsets.UTF_8));
        journal.add(4_000, new Entry.Ended(Entry.Ended.Status.FINISHED));
        return journal;
    }

    private void deliver(WrittenJournal journal, long refused) {
        MlflowSettings settings = MlflowSettings.of(server.uri()).withDeadline(Duration.ofSeconds(10))
                .withPauses(Duration.ofMillis(1), Duration.ofMillis(5));
        try (Uploader uploader = new Uploader(settings, messages::add)) {
            uploader.follow(journal.outbox(), journal::length);
            assertTrue(uploader.await(LONG), messages::toString);
            assertEquals(refused, uploader.delivered().refused(), messages::toString);
        }
    }

    private Run run() {
        return server.runs("exp").getFirst();
    }

    private List<String> refused() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            Path file = files.filter(one -> one.getFileName().toString().startsWith("refused-")).findFirst()
                    .orElseThrow();
            return Files.readAllLines(file);
        }
    }

    @Test
    void aFileThatIsAlwaysAnAccidentKeepsNothingWaiting() throws IOException {
        server.strike(Fault.internalError(Moment.BEFORE_COMMIT), Long.MAX_VALUE,
                request -> request.isArtifact() && request.path().endsWith("/folder"));
        deliver(journal(), 1);
        assertEquals(51, run().metrics().size());
        assertTrue(run().artifacts().containsKey("other"));
        assertEquals("FINISHED", run().status());
        assertEquals(1, refused().size(), refused()::toString);
        assertTrue(refused().getFirst().contains("\"kind\":\"artifact\",\"key\":\"folder\"")
                && refused().getFirst().contains("HTTP 500"), refused()::toString);
        assertTrue(messages.stream().anyMatch(said -> said.contains("refuses something")), messages::toString);
    }

    @Test
    void aValueThatIsAlwaysAnAccidentKeepsNothingWaiting() throws IOException {
        server.strike(badRequest(), Long.MAX_VALUE,
                request -> request.calls("runs/log-batch") && request.text().contains("poison"));
        deliver(journal(), 1);
        assertEquals(50, run().metrics().size());
        assertEquals(2, run().artifacts().size());
        assertEquals(1, refused().size(), refused()::toString);
        assertTrue(refused().getFirst().contains("\"key\":\"poison\"")
                && refused().getFirst().contains("HTTP 400 BAD_REQUEST"), refused()::toString);
    }

    @Test
    void aServerThatTakesNothingForAWhileIsWaitedFor() {
        server.strike(badRequest(), 200, request -> request.calls("runs/log-batch"));
        deliver(journal(), 0);
        assertEquals(200, server.struck());
        assertEquals(51, run().metrics().size());
    }
}
