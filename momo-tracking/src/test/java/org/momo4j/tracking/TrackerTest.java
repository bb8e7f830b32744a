package org.momo4j.tracking;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.momo4j.api.step.StepReport;
import org.momo4j.tracking.journal.Entry;
import org.momo4j.tracking.journal.Entry.Ended.Status;
import org.momo4j.tracking.journal.JournalReader;
import org.momo4j.tracking.journal.Line;
import org.momo4j.tracking.journal.Outbox;

class TrackerTest {
    private static final String PAIR = "\ud83d\ude00";
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochMilli(1_700_000_000_000L));

    private final List<String> messages = new CopyOnWriteArrayList<>();

    @TempDir
    private Path folder = Path.of("");
    private Outbox outbox = new Outbox(folder);
    private Tracking tracking = settings().open();

    private TrackingSettings settings() {
        return new TrackingSettings(folder, "exp").messages(messages::add);
    }

    @BeforeEach
    void open() {
        outbox = new Outbox(folder.resolve("exp").resolve("run"));
        tracking.close();
        tracking = settings().open();
    }

    @AfterEach
    void close() {
        tracking.close();
        assertEquals(List.of(), messages);
    }

    private Tracker resume() {
        return tracking.resume(outbox, "run", Optional.empty(), CLOCK);
    }

    /** Logs something, and closes. */
    private void log(Consumer<Tracker> what) {
        try (Tracker tracker = resume()) {
            what.accept(tracker);
        }
    }

    private List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        try (JournalReader reader = new JournalReader(outbox.journal())) {
            for (Optional<Line> line = reader.next(); line.isPresent(); line = reader.next()) {
                entries.add(line.get().entry());
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return entries;
    }

    /** What was logged between beginning and end. */
    private List<Entry> logged() {
        return entries().stream().filter(entry -> !(entry instanceof Entry.Began || entry instanceof Entry.Ended))
                .toList();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aRunBeginsSaysThingsAndEnds() {
        log(t -> {
            t.param("lr", 0.1);
            t.tag("note", "a\nb");
            t.metric("loss", 1, 0.5);
            t.evaluated(2, Map.of("accuracy", 0.75));
            t.dataSet(new Entry.DataSet("mnist", "d", "local", "{}", "training"));
        });
        List<Entry> entries = entries();
        Entry.Began began = (Entry.Began) entries.getFirst();
        assertEquals("exp", began.experiment());
        assertEquals("run", began.name());
        assertEquals(Optional.empty(), began.parent());
        assertEquals(List.of(new Entry.Params(Map.of("lr", "0.1")), new Entry.Tags(Map.of("note", "a\nb")),
                new Entry.Metrics(1, Map.of("loss", 0.5)), new Entry.Metrics(2, Map.of("accuracy", 0.75)),
                new Entry.DataSet("mnist", "d", "local", "{}", "training"), new Entry.Ended(Status.FINISHED)),
                entries.subList(1, entries.size()));
    }

    @Test
    void wrongKeysAreRefusedWhereTheyAreLoggedAndNothingChanges() {
        log(t -> {
            for (String key : List.of("", "a@b", "../a", "a\ud800", "x".repeat(251))) {
                assertThrows(IllegalArgumentException.class, () -> t.param(key, 1));
                assertThrows(IllegalArgumentException.class, () -> t.tag(key, "v"));
                assertThrows(IllegalArgumentException.class, () -> t.metric(key, 1, 1));
                assertThrows(IllegalArgumentException.class, () -> t.artifact(key, "text"));
                assertThrows(IllegalArgumentException.class,
                        () -> t.params(inOrder("good", "y".repeat(7000), key, "bad")));
                assertThrows(IllegalArgumentException.class,
                        () -> t.tags(inOrder("good", "y".repeat(7000), key, "bad")));
                assertThrows(IllegalArgumentException.class, () -> t.metrics(1, Map.of("good", 1.0, key, 1.0)));
            }
        });
        assertEquals(List.of(), logged());
        assertFalse(Files.exists(outbox.artifact("any").resolveSibling("")));
    }

    private static Map<String, String> inOrder(String key, String value, String secondKey, String secondValue) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(key, value);
        values.put(secondKey, secondValue);
        return values;
    }

    @Test
    void textsWithHalfACharacterAreRefusedAndNothingChanges() {
        String half = "y".repeat(7000) + "\ud800";
        log(t -> {
            for (String text : List.of("\udc00", half)) {
                assertThrows(IllegalArgumentException.class, () -> t.param("a", text));
                assertThrows(IllegalArgumentException.class, () -> t.tag("a", text));
                assertThrows(IllegalArgumentException.class, () -> t.artifact("a", text));
            }
            t.param("a", "b");
        });
        assertEquals(List.of(new Entry.Params(Map.of("a", "b"))), logged());
    }

    @Test
    void aParameterDoesNotChange() {
        log(t -> {
            t.param("lr", 0.1);
            t.param("lr", "0.1");
            IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> t.param("lr", 0.2));
            assertEquals(
                    "the parameter \"lr\" is \"0.1\" already, and cannot become \"0.2\": parameters of a run do not "
                            + "change",
                    refused.getMessage());
            assertThrows(IllegalArgumentException.class, () -> t.params(Map.of("lr", 1, "other", 2)));
        });
        log(t -> assertThrows(IllegalArgumentException.class, () -> t.param("lr", 0.3)));
        assertEquals(List.of(new Entry.Params(Map.of("lr", "0.1"))), logged());
    }

    @Test
    void aLongParameterThatChangesLeavesTheFirstFileAlone() {
        log(t -> {
            t.param("a", "x".repeat(6001));
            assertThrows(IllegalArgumentException.class, () -> t.param("a", "x".repeat(6002)));
        });
        assertEquals(2, logged().size(), logged()::toString);
    }

    @Test
    void whatTheServerTakesIsKeptAsItIs() {
        String param = PAIR.repeat(6000);
        String tag = PAIR.repeat(5000);
        log(t -> t.param("a", param).tag("b", tag));
        assertEquals(List.of(new Entry.Params(Map.of("a", param)), new Entry.Tags(Map.of("b", tag))), logged());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "ü", PAIR})
    void longTextsBecomeArtifacts(String character) throws IOException {
        String param = character.repeat(6001);
        String tag = character.repeat(5001);
        log(t -> t.param("a", param).tag("b/c", tag));
        log(t -> t.param("a", param).tag("b/c", tag));
        Entry.Artifact first = new Entry.Artifact("params/a.txt", sha256(param), bytes(param));
        Entry.Artifact second = new Entry.Artifact("tags/b/c.txt", sha256(tag), bytes(tag));
        assertEquals(
                List.of(first, new Entry.Params(Map.of("a", character.repeat(5500) + "... (6001 characters, sha256 "
                        + sha256(param) + ", in the artifact params/a.txt)")), second,
                        new Entry.Tags(Map.of("b/c",
                                character.repeat(4500) + "... (5001 characters, sha256 " + sha256(tag)
                                        + ", in the artifact tags/b/c.txt)"))),
                logged());
        assertEquals(param, Files.readString(outbox.artifact(first.digest())));
        assertEquals(tag, Files.readString(outbox.artifact(second.digest())));
    }

    private static int bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
    }

    @ParameterizedTest
    @ValueSource(strings = {"k", "ü", "損"})
    void theLongestKeyMayHaveALongValue(String character) {
        String key = character.repeat(250);
        log(t -> t.param(key, "x".repeat(6001)).tag(key, "x".repeat(5001)));
        for (Entry entry : logged()) {
            if (entry instanceof Entry.Artifact artifact) {
                String name = artifact.path().substring(artifact.path().indexOf('/') + 1);
                assertTrue(bytes(name) <= 255, "systems of files take it: " + name);
            }
            if (entry instanceof Entry.Params params) {
                assertTrue(params.values().getOrDefault(key, "x".repeat(9999)).length() <= 6000);
            }
            if (entry instanceof Entry.Tags tags) {
                assertTrue(tags.values().getOrDefault(key, "x".repeat(9999)).length() <= 5000);
            }
        }
        assertEquals(4, logged().size());
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void theFirstValueThatIsNotFiniteIsSaid(double value) {
        log(t -> {
            t.metric("loss", 1, 1.0);
            t.metric("loss", 7, value);
            t.metric("loss", 8, value);
            t.metric("other", 9, value);
        });
        log(t -> t.metric("loss", 10, value));
        assertEquals(List.of(new Entry.Metrics(1, Map.of("loss", 1.0)), new Entry.Metrics(7, Map.of("loss", value)),
                new Entry.Tags(Map.of("momo.non_finite_metric", "loss", "momo.non_finite_at_step", "7")),
                new Entry.Metrics(8, Map.of("loss", value)), new Entry.Metrics(9, Map.of("other", value)),
                new Entry.Metrics(10, Map.of("loss", value))), logged());
    }

    @Test
    void aCapMayBeInfiniteAndALossMayNot() {
        log(t -> t.step(new StepReport.Builder().k(1).loss(2).cap(Double.POSITIVE_INFINITY).build()));
        assertEquals(List.of(new Entry.Metrics(1, Map.of("step/loss", 2.0, "step/cap", Double.POSITIVE_INFINITY))),
                logged());
        log(t -> t.step(new StepReport.Builder().k(2).loss(Double.POSITIVE_INFINITY).build()));
        assertEquals(new Entry.Tags(Map.of("momo.non_finite_metric", "step/loss", "momo.non_finite_at_step", "2")),
                logged().getLast());
    }

    @Test
    void stepsAreThinnedTheSameWayWheneverARunIsInterrupted() {
        tracking.close();
        tracking = settings().digits(2).open();
        for (int part = 0; part < 4; part++) {
            int from = Math.max(1, part * 300 - 50); // it retraces some steps
            int to = part * 300 + 300;
            log(t -> {
                for (int k = from; k <= to; k++) {
                    t.step(new StepReport.Builder().k(k).loss(k).build());
                }
            });
        }
        List<Long> steps = logged().stream().map(e -> ((Entry.Metrics) e).step()).toList();
        List<Long> expected = Stream.iterate(1L, k -> k <= 1200, k -> k + (k < 100 ? 1 : k < 1000 ? 10 : 100)).toList();
        assertEquals(expected, steps);
    }

    @Test
    void whatIsThereIsNotWrittenAgain() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "content");
        Entry.DataSet data = new Entry.DataSet("mnist", "d", "local", "{}", "training");
        Consumer<Tracker> all = t -> {
            t.params(Map.of("a", 1));
            t.params(Map.of("b", 2));
            t.tag("c", "d");
            t.dataSet(data);
            t.artifact("e.txt", "text");
            t.artifact("f.txt", file);
            for (int k = 1; k <= 3; k++) {
                t.metrics(k, Map.of("loss", k / 3.0));
            }
            t.metric("slow", 2, 2);
        };
        log(all);
        byte[] once = Files.readAllBytes(outbox.journal());
        log(all);
        log(t -> {
            all.accept(t);
            all.accept(t);
        });
        log(t -> {
        });
        assertArrayEquals(once, Files.readAllBytes(outbox.journal()));
    }

    @Test
    void everyMetricGoesOnBehindItsOwnLastStep() {
        log(t -> {
            t.metric("fast", 10, 1);
            t.metric("slow", 5, 1);
            t.metric("fast", 3, 1); // out of order
        });
        log(t -> {
            for (int k = 1; k <= 12; k++) {
                t.metrics(k, Map.of("fast", 2.0, "slow", 2.0, "new", 2.0));
            }
        });
        List<Entry> fresh = logged().subList(3, logged().size());
        assertEquals(12, fresh.size());
        for (Entry entry : fresh) {
            Entry.Metrics metrics = (Entry.Metrics) entry;
            assertEquals(metrics.step() > 10, metrics.values().containsKey("fast"), "step " + metrics.step());
            assertEquals(metrics.step() > 5, metrics.values().containsKey("slow"), "step " + metrics.step());
            assertTrue(metrics.values().containsKey("new"));
        }
    }

    @Test
    void tagsChangeAndFilesChange() {
        log(t -> t.tag("a", "1").tag("a", "2").tag("a", "2").tag("a", "1"));
        log(t -> {
            t.tag("a", "1");
            t.artifact("f", "one");
            t.artifact("f", "two");
            t.artifact("g", "two");
        });
        assertEquals(List.of(new Entry.Tags(Map.of("a", "1")), new Entry.Tags(Map.of("a", "2")),
                new Entry.Tags(Map.of("a", "1")), new Entry.Artifact("f", sha256("one"), 3),
                new Entry.Artifact("f", sha256("two"), 3), new Entry.Artifact("g", sha256("two"), 3)), logged());
    }

    @Test
    void artifactsLeaveNothingHalfWritten() throws IOException {
        log(t -> {
            String sentence = assertThrows(java.io.UncheckedIOException.class,
                    () -> t.artifact("f", folder.resolve("missing"))).getMessage();
            assertTrue(sentence.startsWith("the artifact \"f\" cannot be read: ")
                    && sentence.contains(folder.resolve("missing").toString()), sentence);
            assertThrows(java.io.UncheckedIOException.class, () -> t.artifact("f", folder), "a folder is no file");
            t.artifact("f", "text");
        });
        try (Stream<Path> files = Files.list(outbox.artifact("any").resolveSibling(""))) {
            assertEquals(List.of(outbox.artifact(sha256("text"))), files.toList());
        }
    }

    @Test
    void aRunEndsOnceAndMayGoOn() {
        Tracker tracker = resume();
        tracker.end(Status.FAILED);
        tracker.end(Status.KILLED);
        tracker.close();
        assertThrows(IllegalStateException.class, () -> tracker.metric("a", 1, 1));
        assertThrows(IllegalStateException.class, () -> tracker.tag("a", "b"));
        assertEquals(List.of(new Entry.Ended(Status.FAILED)), ends());

        resume().end(Status.FAILED);
        assertEquals(1, ends().size(), "the same end is not written again");
        resume().end(Status.FINISHED);
        assertEquals(List.of(new Entry.Ended(Status.FAILED), new Entry.Ended(Status.FINISHED)), ends());
        log(t -> t.metric("a", 2, 1));
        assertEquals(3, ends().size(), "what goes on ends again");
        assertEquals(new Entry.Ended(Status.FINISHED), entries().getLast());
        log(t -> t.metric("a", 2, 1));
        assertEquals(3, ends().size(), "what has nothing to say does not go on");
    }

    private List<Entry> ends() {
        return entries().stream().filter(Entry.Ended.class::isInstance).toList();
    }

    @Test
    void aRunKeepsItsUid() {
        Tracker first = resume();
        first.close();
        Tracker second = tracking.resume(outbox, "another name", Optional.of("parent"), CLOCK);
        second.close();
        assertEquals(first.uid(), second.uid());
        assertEquals(1, entries().stream().filter(Entry.Began.class::isInstance).count());
    }

    @Test
    void runsOfOneNameHaveFoldersOfTheirOwn() {
        try (Tracker first = tracking.run("a"); Tracker second = tracking.run("a", first)) {
            assertNotEquals(first.uid(), second.uid());
            outbox = new Outbox(folder.resolve("exp/a-2/tracking"));
            assertEquals(new Entry.Began(second.uid(), "exp", "a", Optional.of(first.uid())), entries().getFirst());
        }
    }

    @Test
    void twoTrackersOnOneFolderAreRefused() {
        try (Tracker first = resume()) {
            first.metric("a", 1, 1);
            IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, this::resume);
            assertEquals(outbox.folder() + " is being written by another tracker", refused.getMessage());
            try (Tracking other = settings().open()) {
                assertThrows(IllegalArgumentException.class,
                        () -> other.resume(outbox, "run", Optional.empty(), CLOCK));
            }
            first.metric("a", 2, 1);
        }
        assertDoesNotThrow(() -> resume().close());
        assertEquals(2, logged().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", ".hidden", "a/b", "a\\b", "a\nb", "a\u0000b", "/"})
    void namesThatCannotBeFoldersAreRefused(String name) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> tracking.run(name));
        assertEquals("the run \"" + name
                + "\" cannot be the name of a folder: at most 200 characters, no / or \\ among them, and no . at its beginning",
                refused.getMessage());
        assertFalse(Files.exists(folder.resolve("exp")));
    }

    @Test
    void anInterruptedThreadLogsToo() {
        log(t -> {
            Thread.currentThread().interrupt();
            for (int k = 1; k <= 5000; k++) {
                t.metric("loss", k, k);
            }
            t.param("long", "x".repeat(6001));
            t.end(Status.KILLED);
            assertTrue(Thread.interrupted(), "it is for others to see");
        });
        assertEquals(5002, logged().size());
        assertEquals(new Entry.Ended(Status.KILLED), entries().getLast());
    }

    @Test
    void manyThreadsMayLogAtOnce() throws InterruptedException, ExecutionException {
        int threads = 8;
        int each = 500;
        try (Tracker tracker = resume(); ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> all = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                int number = thread;
                all.add(pool.submit(() -> {
                    for (int k = 1; k <= each; k++) {
                        tracker.metric("m" + number, k, k);
                        tracker.param("p" + k % 10, k % 10);
                        tracker.tag("t" + number, Integer.toString(k));
                        if (k % 100 == 0) {
                            tracker.artifact("a" + k, "text " + k);
                        }
                    }
                    return number;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        List<Entry> logged = logged();
        for (int thread = 0; thread < threads; thread++) {
            String key = "m" + thread;
            List<Long> steps = logged.stream()
                    .filter(e -> e instanceof Entry.Metrics m && m.values().containsKey(key))
                    .map(e -> ((Entry.Metrics) e).step()).toList();
            assertEquals(Stream.iterate(1L, k -> k <= each, k -> k + 1).toList(), steps);
        }
        assertEquals(10, logged.stream().filter(Entry.Params.class::isInstance).count(), "each parameter once");
        assertEquals(5, logged.stream().filter(Entry.Artifact.class::isInstance).count(), "each file once");
        assertEquals(threads * each, logged.stream().filter(Entry.Tags.class::isInstance).count());
    }
}
