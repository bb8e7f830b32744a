package org.momo4j.tracking.mlflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.momo4j.tracking.journal.Entry;
import org.momo4j.tracking.journal.WrittenJournal;
import org.momo4j.tracking.server.RealServer;
import org.momo4j.tracking.server.Recorded;
import org.momo4j.tracking.server.SharedServer;

/** Delivery to a real server. */
@ExtendWith(SharedServer.class)
class RealServerDeliveryTest {
    private static final Duration LONG = Duration.ofSeconds(120);

    @TempDir
    private Path folder;

    private final List<String> messages = new CopyOnWriteArrayList<>();

    @Test
    void everythingArrivesOnceAndNothingIsLeft(RealServer server) {
        try (Uploader uploader = new Uploader(MlflowSettings.of(server.uri()), messages::add)) {
            ExampleRun replica = ExampleRun.written(folder.resolve("run"), "real-everything", "u-1");
            uploader.follow(replica.journal().outbox(), replica.journal()::length);
            assertTrue(uploader.await(LONG), messages::toString);
            replica.assertIsOn(server);
            assertEquals(List.of(), messages);
        }
    }

    @Test
    void whatItRefusesIsWrittenDownAndEverythingElseArrives(RealServer server) throws IOException {
        WrittenJournal journal = journal("real-refused");
        List<Entry> lines = new ArrayList<>();
        for (int i = 0; i < 1_500; i++) {
            lines.add(new Entry.Metrics(i, Map.of("loss", (double) i, "loss@train", 2.0)));
        }
        journal.add(2_000, lines.toArray(Entry[]::new));
        journal.add(2_001, new Entry.Params(Map.of("p", "1")), new Entry.Params(Map.of("p", "2", "q", "3")));
        journal.add(2_002, new Entry.Tags(Map.of("t", "x")),
                new Entry.DataSet("d", "0".repeat(64), "local", "{}", "test"));
        deliver(server, journal);
        Recorded.Run run = server.runs("real-refused").getFirst();
        assertEquals(1_500, run.metrics().size());
        assertEquals(Map.of("p", "1", "q", "3"), run.params());
        assertEquals("x", run.tags().get("t"));
        assertEquals(1, run.dataSets().size());
        assertEquals(1, messages.size(), messages::toString);
        try (Stream<Path> files = Files.list(folder.resolve("run"))) {
            Path refused = files.filter(file -> file.getFileName().toString().startsWith("refused-")).findFirst()
                    .orElseThrow();
            assertEquals(1_501, Files.readAllLines(refused).size());
        }
    }

    @Test
    void aRunThatIsDeletedThereIsSentAnew(RealServer server) throws IOException, InterruptedException {
        WrittenJournal journal = journal("real-deleted");
        journal.add(2_000, new Entry.Metrics(1, Map.of("loss", 1.0)));
        deliver(server, journal);
        Recorded.Run before = server.runs("real-deleted").getFirst();
        post(server, "runs/delete", "{\"run_id\": \"" + before.id() + "\"}");
        journal.add(3_000, new Entry.Metrics(2, Map.of("loss", 2.0)));
        deliver(server, journal);
        Recorded.Run after = server.runs("real-deleted").getFirst();
        assertNotEquals(before.id(), after.id());
        assertEquals(2, after.metrics().size());
        assertEquals(1, messages.size(), messages::toString);
    }

    @Test
    void aRunThatIsDeletedWhileItIsFollowedIsSentAnew(RealServer server) throws IOException, InterruptedException {
        WrittenJournal journal = journal("real-deleted-followed");
        journal.add(2_000, new Entry.Metrics(1, Map.of("loss", 1.0)));
        try (Uploader uploader = new Uploader(MlflowSettings.of(server.uri()), messages::add)) {
            uploader.follow(journal.outbox(), journal::length);
            assertTrue(uploader.await(LONG), messages::toString);
            post(server, "runs/delete",
                    "{\"run_id\": \"" + server.runs("real-deleted-followed").getFirst().id() + "\"}");
            journal.add(3_000, new Entry.Metrics(2, Map.of("loss", 2.0)));
            assertTrue(uploader.await(LONG), messages::toString);
        }
        assertEquals(2, server.runs("real-deleted-followed").getFirst().metrics().size());
        assertEquals(1, messages.size(), messages::toString);
    }

    @Test
    void anExperimentThatIsDeletedIsSaid(RealServer server) throws IOException, InterruptedException {
        WrittenJournal journal = journal("real-experiment");
        deliver(server, journal);
        String experiment = server.runs("real-experiment").getFirst().experimentId();
        post(server, "experiments/delete", "{\"experiment_id\": \"" + experiment + "\"}");
        WrittenJournal other = WrittenJournal.in(folder.resolve("other"), "u-2", "real-experiment", "other",
                Optional.empty());
        deliver(server, other);
        assertEquals(1, messages.size(), messages::toString);
        assertTrue(messages.getFirst().contains("\"real-experiment\" is deleted"), messages::toString);
    }

    private WrittenJournal journal(String experiment) {
        return WrittenJournal.in(folder.resolve("run"), "u-1", experiment, "run", Optional.empty());
    }

    private void deliver(RealServer server, WrittenJournal journal) {
        try (Uploader uploader = new Uploader(MlflowSettings.of(server.uri()), messages::add)) {
            uploader.follow(journal.outbox(), journal::length);
            assertTrue(uploader.await(LONG), messages::toString);
        }
    }

    private static void post(RealServer server, String path, String body) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(server.uri() + "/api/2.0/mlflow/" + path))
                    .header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)).build();
            assertEquals(200, client.send(request, BodyHandlers.ofString()).statusCode());
        }
    }
}
