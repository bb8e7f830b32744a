package org.momo4j.tracking.mlflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.momo4j.tracking.journal.Entry;
import org.momo4j.tracking.journal.WrittenJournal;
import org.momo4j.tracking.server.Recorded.Run;
import org.momo4j.tracking.stub.Fault;
import org.momo4j.tracking.stub.Fault.Moment;
import org.momo4j.tracking.stub.Request;
import org.momo4j.tracking.stub.StubServer;

/** A run that a server makes twice, as it makes the first too late for us. */
@Timeout(300) // what would wait for ever fails instead
class CopiesTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private final StubServer server = StubServer.start();
    private final List<String> messages = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        server.close();
    }

    private Uploader uploader() {
        return new Uploader(MlflowSettings.of(server.uri()).withDeadline(Duration.ofSeconds(1))
                .withPauses(Duration.ofMillis(2), Duration.ofMillis(20)), messages::add);
    }

    private WrittenJournal journal(String name) {
        WrittenJournal journal = WrittenJournal.in(folder.resolve(name), "uid", "exp", "a", Optional.empty());
        journal.add(2_000, new Entry.Metrics(1, Map.of("loss", 1.0)));
        return journal;
    }

    private void deliver(Uploader uploader, WrittenJournal journal) {
        uploader.follow(journal.outbox(), journal::length);
        assertTrue(uploader.await(LONG), messages::toString);
    }

    /** What was asked for happens at last. */
    private void makeOnceMore() throws IOException, InterruptedException {
        Request create = server.log().stream().map(seen -> seen.request())
                .filter(request -> request.calls("runs/create")).findFirst().orElseThrow();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(HttpRequest.newBuilder(server.uri().resolve(create.path()))
                    .header("Content-Type", "application/json").POST(BodyPublishers.ofString(create.text())).build(),
                    BodyHandlers.ofString());
            assertEquals(200, answer.statusCode(), answer.body());
        }
    }

    @Test
    void anEmptyCopyThatCameTooLateIsDeleted() throws IOException, InterruptedException {
        server.strike(new Fault.Dropped(Moment.BEFORE_COMMIT), 1, request -> request.calls("runs/create"));
        WrittenJournal journal = journal("a");
        try (Uploader uploader = uploader()) {
            deliver(uploader, journal);
            String id = server.runs("exp").getFirst().id();
            makeOnceMore();
            assertEquals(2, server.runs("exp").size());
            journal.add(3_000, new Entry.Ended(Entry.Ended.Status.FINISHED));
            assertTrue(uploader.await(LONG), messages::toString);
            assertEquals(List.of(id), server.runs("exp").stream().map(Run::id).toList());
        }
    }

    @Test
    void ofSeveralCopiesTheOneWithSomethingInItIsGoneOnWith() throws IOException, InterruptedException {
        try (Uploader uploader = uploader()) {
            deliver(uploader, journal("a"));
            for (int i = 0; i < 5; i++) { // so that the order of their ids is hardly the right one
                makeOnceMore();
            }
        }
        WrittenJournal anew = journal("b"); // without a cursor
        anew.add(3_000, new Entry.Metrics(2, Map.of("loss", 2.0)));
        try (Uploader uploader = uploader()) {
            deliver(uploader, anew);
        }
        assertEquals(List.of(0, 0, 0, 0, 0, 2),
                server.runs("exp").stream().map(run -> run.metrics().size()).sorted().toList());
    }
}
