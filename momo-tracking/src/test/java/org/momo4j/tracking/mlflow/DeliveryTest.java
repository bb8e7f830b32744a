package org.momo4j.tracking.mlflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
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

/** What becomes of outboxes, cursors and refusals. */
@Timeout(300) // what would wait for ever fails instead
class DeliveryTest {
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
        return new Uploader(settings(), messages::add);
    }

    private MlflowSettings settings() {
        return MlflowSettings.of(server.uri()).withDeadline(Duration.ofSeconds(10)).withPauses(Duration.ofMillis(2),
                Duration.ofMillis(20));
    }

    private void deliver(WrittenJournal... journals) {
        try (Uploader uploader = uploader()) {
            for (WrittenJournal journal : journals) {
                uploader.follow(journal.outbox(), journal::length);
            }
            assertTrue(uploader.await(LONG), messages::toString);
        }
    }

    private WrittenJournal journal(String name) {
        return WrittenJournal.in(folder.resolve(name), "uid-" + name, "exp", name, Optional.empty());
    }

    private Run run(String name) {
        return server.runs("exp").stream().filter(run -> run.name().equals(name)).findFirst().orElseThrow();
    }

    private Path file(WrittenJournal journal, String prefix, String suffix) throws IOException {
        try (Stream<Path> files = Files.list(journal.outbox().folder())) {
            return files.filter(file -> file.getFileName().toString().matches(prefix + ".*" + suffix)).findFirst()
                    .orElseThrow();
        }
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void whatIsAddedIsDeliveredWithoutRepeatingWhatWasBefore() {
        WrittenJournal journal = journal("a");
        journal.add(2_000, new Entry.Metrics(1, Map.of("loss", 1.0)));
        deliver(journal);
        journal.add(3_000, new Entry.Metrics(2, Map.of("loss", 2.0)));
        deliver(journal);
        deliver(journal);
        assertEquals(2, server.arrivals(run("a").id()).size());
        assertEquals(List.of(), messages);
    }

    @Test
    void anUploaderThatIsClosedInTheMiddleIsFollowedByOneThatRepeatsNothingThatWasAnswered() {
        WrittenJournal journal = journal("a");
        int steps = 20_000;
        Entry[] lines = new Entry[steps];
        for (int i = 0; i < steps; i++) {
            lines[i] = new Entry.Metrics(i, Map.of("loss", (double) i));
        }
        journal.add(2_000, lines);
        server.strike(new Fault.Hanging(Moment.BEFORE_COMMIT), Long.MAX_VALUE,
                request -> request.text().contains("\"step\":10500}"));
        Thread worker;
        try (Uploader uploader = new Uploader(settings().withDeadline(Duration.ofMinutes(30)), messages::add)) {
            worker = uploader.thread();
            uploader.follow(journal.outbox(), journal::length);
            await(() -> server.struck() > 0 && uploader.delivered().values() == 10_000);
            assertFalse(uploader.await(Duration.ofMillis(10)));
        }
        assertFalse(worker.isAlive());
        server.heal();
        deliver(journal);
        assertEquals(steps, run("a").metrics().size());
        // what was under way behind the batch that hung may be there before, and is sent again; nothing before it
        assertEquals(10_000, server.arrivals(run("a").id()).stream().filter(metric -> metric.step() < 10_000).count());
        assertEquals(List.of(), messages);
    }

    @Test
    void aRefusedValueIsWrittenDownOnceAndEverythingElseGoesOn() throws IOException {
        WrittenJournal journal = journal("a");
        List<Entry> lines = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            lines.add(
                    new Entry.Metrics(i, i % 1_000 == 500 ? Map.of("loss", 1.0, "bad", 2.0 * i) : Map.of("loss", 1.0)));
        }
        journal.add(2_000, lines.toArray(Entry[]::new));
        journal.add(2_001, new Entry.Params(Map.of("p", "1")), new Entry.Params(Map.of("p", "2")));
        journal.add(2_002, new Entry.Tags(Map.of("t", "x")));
        server.strike(new Fault.RefusingMetric("bad"), Long.MAX_VALUE);
        try (Uploader uploader = uploader()) {
            uploader.follow(journal.outbox(), journal::length);
            assertTrue(uploader.await(LONG));
            assertEquals(4, uploader.delivered().refused());
        }
        assertEquals(3_000, run("a").metrics().size());
        assertEquals("1", run("a").params().get("p"));
        assertEquals("x", run("a").tags().get("t"));
        List<String> refused = Files.readAllLines(file(journal, "refused-", "jsonl"));
        assertEquals(4, refused.size(), refused::toString);
        assertTrue(
                refused.getFirst().startsWith("{\"line\":502,\"kind\":\"metric\",\"key\":\"bad\",\"value\":\"1000.0\","
                        + "\"step\":500,\"reason\":\"HTTP 400"),
                refused.getFirst());
        assertEquals(1, messages.size(), messages::toString);
        Files.delete(file(journal, "mlflow-", "json"));
        deliver(journal);
        assertEquals(refused, Files.readAllLines(file(journal, "refused-", "jsonl")), "not twice");
    }

    @Test
    void valuesOfANameThatIsNoneAreNotAskedForOneByOne() throws IOException {
        WrittenJournal journal = journal("a");
        List<Entry> lines = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            lines.add(new Entry.Metrics(i, Map.of("loss", 1.0, "loss@train", 2.0)));
        }
        journal.add(2_000, lines.toArray(Entry[]::new));
        deliver(journal);
        assertEquals(5_000, run("a").metrics().size());
        assertEquals(5_000, Files.readAllLines(file(journal, "refused-", "jsonl")).size());
        assertTrue(server.log().size() < 200, server.log().size() + " requests");
    }

    @Test
    void damagedAndWrongCursorsAreThrownAway() throws IOException {
        WrittenJournal journal = journal("a");
        journal.add(2_000, new Entry.Metrics(1, Map.of("loss", 1.0)), new Entry.Metrics(2, Map.of("loss", 1.0)));
        deliver(journal);
        Path cursor = file(journal, "mlflow-", "json");
        String good = Files.readString(cursor);
        for (String bad : List.of("{\"server\": \"http", "{}", good.replaceAll("\"offset\":\\d+", "\"offset\":99999"),
                good.replaceAll("\"offset\":\\d+", "\"offset\":7"), good.replaceAll("\"lines\":\\d+", "\"lines\":1")
                        .replaceAll("\"offset\":\\d+", "\"offset\":" + (journal.length() - 1)))) {
            messages.clear();
            Files.writeString(cursor, bad);
            deliver(journal);
            assertEquals(good, Files.readString(cursor), bad);
            assertEquals(1, messages.size(), bad + messages);
            assertTrue(messages.getFirst().contains("thrown away"), messages::toString);
        }
        assertEquals(2, run("a").metrics().size());
        assertEquals(1, server.runs("exp").size());
    }

    @Test
    void aRunThatIsGoneIsSentAnew() throws IOException {
        WrittenJournal journal = journal("a");
        journal.add(2_000, new Entry.Metrics(1, Map.of("loss", 1.0)));
        deliver(journal);
        Path cursor = file(journal, "mlflow-", "json");
        Files.writeString(cursor,
                Files.readString(cursor).replaceAll("\"run\":\"[^\"]*\"", "\"run\":\"0123456789abcdef\""));
        deliver(journal);
        assertEquals(1, messages.size(), messages::toString);
        assertTrue(messages.getFirst().contains("no longer on"), messages::toString);
        assertEquals(1, server.runs("exp").size(), "it was found by its uid");
    }

    @Test
    void whileAnotherDeliversNothingIsDelivered() throws IOException {
        WrittenJournal journal = journal("a");
        CursorFile file = new CursorFile(journal.outbox(), settings().address());
        FileChannel lock = file.lock().orElseThrow();
        try (Uploader uploader = uploader()) {
            uploader.follow(journal.outbox(), journal::length);
            await(() -> !messages.isEmpty());
            assertTrue(messages.getFirst().contains("Another process"), messages::toString);
            assertEquals(List.of(), server.runs("exp"));
            lock.close();
            assertTrue(uploader.await(LONG));
            assertEquals(1, server.runs("exp").size());
            assertEquals(1, messages.size(), messages::toString);
        }
    }

    @Test
    void parentsComeFirstWhateverTheOrder() {
        WrittenJournal grandchild = WrittenJournal.in(folder.resolve("c"), "uid-c", "exp", "c", Optional.of("uid-b"));
        WrittenJournal child = WrittenJournal.in(folder.resolve("b"), "uid-b", "exp", "b", Optional.of("uid-a"));
        deliver(grandchild, child, journal("a"));
        assertEquals(run("a").id(), run("b").tags().get("mlflow.parentRunId"));
        assertEquals(run("b").id(), run("c").tags().get("mlflow.parentRunId"));
        WrittenJournal late = WrittenJournal.in(folder.resolve("d"), "uid-d", "exp", "d", Optional.of("uid-a"));
        deliver(late);
        assertEquals(run("a").id(), run("d").tags().get("mlflow.parentRunId"), "found on the server");
        assertEquals(List.of(), messages);
    }

    @Test
    void aParentThatIsNowhereIsSaid() {
        WrittenJournal orphan = WrittenJournal.in(folder.resolve("a"), "uid-a", "exp", "a", Optional.of("uid-0"));
        WrittenJournal own = WrittenJournal.in(folder.resolve("b"), "uid-b", "exp", "b", Optional.of("uid-b"));
        deliver(orphan, own);
        assertEquals(2, server.runs("exp").size());
        assertEquals(2, messages.stream().filter(message -> message.contains("without its parent")).count(),
                messages::toString);
    }

    @Test
    void aRunThatIsGoneOnWithRuns() {
        WrittenJournal journal = journal("a");
        journal.add(2_000, new Entry.Ended(Entry.Ended.Status.FINISHED));
        deliver(journal);
        assertEquals("FINISHED", run("a").status());
        journal.add(3_000, new Entry.Metrics(1, Map.of("loss", 1.0)));
        deliver(journal);
        assertEquals("RUNNING", run("a").status());
    }

    @Test
    void aJournalIsSentUpToItsDamage() throws IOException {
        WrittenJournal journal = journal("a");
        journal.add(2_000, new Entry.Metrics(1, Map.of("loss", 1.0)));
        long good = journal.length();
        journal.add(2_000, new Entry.Metrics(2, Map.of("loss", 1.0)), new Entry.Metrics(3, Map.of("loss", 1.0)));
        byte[] bytes = Files.readAllBytes(journal.outbox().journal());
        bytes[(int) good + 20] ^= 1;
        Files.write(journal.outbox().journal(), bytes);
        deliver(journal);
        assertEquals(1, run("a").metrics().size());
        assertEquals(1, messages.size(), messages::toString);
        assertTrue(messages.getFirst().contains("behind line 2"), messages::toString);
    }

    @Test
    void credentialsAreUsedAndWrongOnesAreSaidWithoutShowingThem() {
        server.requireBasic("me", "secret word");
        WrittenJournal journal = journal("a");
        String user = server.uri().toString().replace("http://", "http://me:wr0ng@");
        MlflowSettings wrong = MlflowSettings.of(user, Map.of()).withPauses(Duration.ofMillis(2),
                Duration.ofMillis(20));
        try (Uploader uploader = new Uploader(wrong, messages::add)) {
            uploader.follow(journal.outbox(), journal::length);
            await(() -> !messages.isEmpty());
            assertTrue(messages.getFirst().contains("MLFLOW_TRACKING_TOKEN"), messages::toString);
            assertFalse((messages + uploader.delivered().toString() + wrong).contains("wr0ng"));
        }
        MlflowSettings right = MlflowSettings.of(server.uri().toString(),
                Map.of("MLFLOW_TRACKING_USERNAME", "me", "MLFLOW_TRACKING_PASSWORD", "secret word"));
        try (Uploader uploader = new Uploader(right, messages::add)) {
            uploader.follow(journal.outbox(), journal::length);
            assertTrue(uploader.await(LONG), messages::toString);
        }
    }

    @Test
    void aWishToWaitIsHeardAtTheDoor() throws InterruptedException {
        WrittenJournal journal = journal("a");
        server.strike(Fault.unavailable(Moment.BEFORE_COMMIT, 3_600), Long.MAX_VALUE);
        try (Uploader uploader = uploader()) {
            uploader.follow(journal.outbox(), journal::length);
            await(() -> server.log().stream().anyMatch(seen -> seen.request().calls("experiments/search")));
            server.heal();
            int before = server.log().size();
            assertFalse(uploader.await(Duration.ofMillis(500)), "our own pauses are 20 ms at most");
            assertEquals(before, server.log().size());
        }
    }

    @Test
    void manySmallRunsAreDeliveredAndForgotten() {
        List<WrittenJournal> journals = new ArrayList<>();
        try (Uploader uploader = uploader()) {
            for (int i = 0; i < 200; i++) {
                WrittenJournal journal = journal("r" + i);
                journal.add(2_000, new Entry.Metrics(1, Map.of("loss", 1.0)),
                        new Entry.Ended(Entry.Ended.Status.KILLED));
                journals.add(journal);
                uploader.follow(journal.outbox(), journal::length);
                uploader.settle(journal.outbox());
            }
            assertTrue(uploader.await(LONG));
            assertEquals(new Delivered(200, 400, 0, 0, 0, Optional.empty()), uploader.delivered());
        }
        assertEquals(200, server.runs("exp").size());
    }

    @Test
    void whatIsSetAsideIsCountedThoughItIsForgotten() throws IOException {
        WrittenJournal bad = journal("bad");
        Files.writeString(bad.outbox().journal(),
                Files.readString(bad.outbox().journal()).replace("uid-bad", "uid_bad"));
        WrittenJournal good = journal("good");
        try (Uploader uploader = uploader()) {
            for (WrittenJournal journal : List.of(bad, good)) {
                uploader.follow(journal.outbox(), journal::length);
                uploader.settle(journal.outbox());
            }
            assertTrue(uploader.await(LONG));
            assertTrue(uploader.await(LONG), "it is forgotten by now");
            assertEquals(1, uploader.delivered().aside(), messages::toString);
            uploader.follow(bad.outbox(), bad::length);
            uploader.settle(bad.outbox());
            assertTrue(uploader.await(LONG));
            assertEquals(1, uploader.delivered().aside(), messages::toString);
        }
    }
}
