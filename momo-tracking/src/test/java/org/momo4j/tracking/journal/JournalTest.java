package org.momo4j.tracking.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JournalTest {
    private final OpenJournals journals = new OpenJournals();

    @TempDir
    private Path folder = Path.of("");

    @AfterEach
    void close() {
        journals.close();
    }

    @Test
    void theFileIsTheLinesOneAfterAnother() throws IOException {
        List<Entry> entries = Lines.some(40);
        write(folder, entries);
        assertArrayEquals(Lines.bytes(entries), Files.readAllBytes(new Outbox(folder).journal()));
        assertEquals(List.of(), journals.messages());
    }

    static Stream<byte[]> tails() {
        byte[] garbage = new byte[5000];
        new Random(3).nextBytes(garbage);
        byte[] zerosAndMore = new byte[3000];
        zerosAndMore[2999] = 'x';
        byte[] other = Lines.bytes(Lines.some(3));
        return Stream.of(new byte[0], new byte[9000], garbage, "\n{".getBytes(), zerosAndMore, other);
    }

    /** A kill, or power that failed, leaves the beginning of a journal, and behind it what was there by chance. */
    @ParameterizedTest
    @MethodSource("tails")
    void aJournalCutAtAnyByteGoesOnAsIfNothingHadHappened(byte[] tail) throws IOException {
        List<Entry> entries = Lines.some(4);
        byte[] all = Lines.bytes(entries);
        for (int cut = 0; cut <= all.length; cut++) {
            if (cut == 0 && Arrays.equals(tail, Lines.bytes(Lines.some(3)))) {
                continue; // that is a journal
            }
            Path place = folder.resolve("cut-" + cut);
            Path file = Lines.file(place, Arrays.copyOf(all, cut), tail);
            int whole = Lines.whole(all, cut);
            boolean completed = tail.length > 0 && tail[0] == '\n' && cut < all.length && all[cut] == '\n';
            int expected = whole + (completed ? 1 : 0);
            String where = "cut at " + cut;
            journals.messages().clear();

            assertEquals(entries.subList(0, expected), Lines.entries(file), where);
            byte[] kept = Lines.first(all, expected);
            try (Journal journal = journals.open(place)) {
                assertArrayEquals(kept, Files.readAllBytes(file), where);
                assertEquals(kept.length, journal.durable());
                entries.subList(expected, entries.size()).forEach(journal::append);
            }
            assertArrayEquals(all, Files.readAllBytes(file), where);
            boolean torn = cut > kept.length || !zeros(tail, kept.length - cut);
            assertEquals(torn ? 1 : 0, journals.messages().size(), where + journals.messages());
        }
    }

    private static boolean zeros(byte[] bytes, int from) {
        return IntStream.range(from, bytes.length).allMatch(i -> bytes[i] == 0);
    }

    @Test
    void whatIsBehindADamagedByteIsNotTrusted() throws IOException {
        List<Entry> entries = Lines.some(6);
        byte[] all = Lines.bytes(entries);
        for (int i = 0; i < all.length; i++) {
            byte[] damaged = all.clone();
            damaged[i] ^= 4;
            int whole = Lines.whole(all, i);
            Path place = folder.resolve("at-" + i);
            assertEquals(entries.subList(0, whole), Lines.entries(Lines.file(place, damaged)), "byte " + i);
            write(place, entries.subList(whole, entries.size()));
            assertArrayEquals(all, Files.readAllBytes(new Outbox(place).journal()), "byte " + i);
        }
    }

    @Test
    void whatIsBehindAMissingOrDoubledLineIsNotTrusted() throws IOException {
        List<Entry> entries = Lines.some(6);
        byte[] all = Lines.bytes(entries);
        for (int missing = 0; missing < 6; missing++) {
            byte[] before = Lines.first(all, missing);
            byte[] with = Lines.first(all, missing + 1);
            byte[] behind = Arrays.copyOfRange(all, with.length, all.length);
            Path gap = Lines.file(folder.resolve("gap"), before, behind);
            assertEquals(entries.subList(0, missing), Lines.entries(gap));
            Path twice = Lines.file(folder.resolve("twice"), with, Arrays.copyOfRange(with, before.length, with.length),
                    behind);
            assertEquals(entries.subList(0, missing + 1), Lines.entries(twice));
        }
    }

    @Test
    void onlyOneMayWriteInAProcess() throws IOException {
        try (Journal journal = journals.open(folder)) {
            journal.append(new Entry.Tags(Map.of("a", "b")));
            IllegalArgumentException refused = assertThrows(IllegalArgumentException.class,
                    () -> journals.open(folder).close());
            assertEquals(folder + " is being written by another tracker", refused.getMessage());
            Lines.entries(new Outbox(folder).journal());
            assertThrows(IllegalArgumentException.class, () -> journals.open(folder).close(), "read, and tried again");
        }
        journals.open(folder).close();
    }

    @Test
    void onlyOneMayWriteEvenIfAnotherWasRefusedInTheSameProcess() throws IOException, InterruptedException {
        try (Journal journal = journals.open(folder)) {
            assertThrows(IllegalArgumentException.class, () -> journals.open(folder).close());
            Lines.entries(new Outbox(folder).journal());
            JavaProcess other = JavaProcess.start(folder.resolve("out"), LoggingProcess.class, folder.toString(),
                    "STOP",
                    "0", "3", "10");
            assertTrue(other.waitFor() != 0, "another process got in");
            assertTrue(other.text().contains("is being written by another tracker"), other.text());
            journal.append(new Entry.Tags(Map.of("a", "b")));
        }
        assertEquals(1, Lines.read(new Outbox(folder).journal()).size());
    }

    @Test
    void aClosedJournalTakesNothing() throws IOException {
        Journal journal = journals.open(folder);
        journal.close();
        journal.close();
        journal.sync();
        assertThrows(IllegalStateException.class, () -> journal.append(new Entry.Tags(Map.of("a", "b"))));
        assertEquals(0, journal.durable());
    }

    @Test
    void aJournalThatNobodyWouldSyncIsRefusedAndLetGoOf() throws IOException {
        OpenJournals over = new OpenJournals();
        over.close();
        assertThrows(IllegalStateException.class, () -> over.open(folder).close());
        journals.open(folder).close();
    }

    @Test
    void aRefusedEntryIsNotInTheJournal() throws IOException {
        Map<String, Double> broken = new HashMap<>();
        broken.put("a", new HashMap<String, Double>().get("nothing"));
        try (Journal journal = journals.open(folder)) {
            journal.append(new Entry.Tags(Map.of("a", "1")));
            assertThrows(IllegalArgumentException.class, () -> journal.append(new Entry.Tags(Map.of("a", "\ud800"))));
            assertThrows(RuntimeException.class, () -> journal.append(new Entry.Metrics(1, broken)));
            journal.append(new Entry.Tags(Map.of("a", "2")));
        }
        assertArrayEquals(Lines.bytes(List.of(new Entry.Tags(Map.of("a", "1")), new Entry.Tags(Map.of("a", "2")))),
                Files.readAllBytes(new Outbox(folder).journal()));
    }

    @Test
    @Timeout(60)
    void itIsBroughtToTheDiskWithoutBeingTold() throws IOException, InterruptedException {
        try (Journal journal = journals.open(folder)) {
            byte[] line = Lines.bytes(List.of(new Entry.Tags(Map.of("a", "b"))));
            journal.append(new Entry.Tags(Map.of("a", "b")));
            while (journal.durable() < line.length) {
                Thread.sleep(10);
            }
            assertEquals(line.length, journal.durable());
        }
    }

    @Test
    void syncSaysWhatIsDurable() throws IOException {
        try (Journal journal = journals.open(folder)) {
            List<Entry> entries = Lines.some(5);
            entries.forEach(journal::append);
            journal.sync();
            assertEquals(Lines.bytes(entries).length, journal.durable());
        }
    }

    @Test
    void manyThreadsWriteWholeLines() throws IOException, InterruptedException, ExecutionException {
        int threads = 8;
        int each = 5000;
        try (Journal journal = journals.open(folder);
                ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> all = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                String key = "thread-" + t;
                all.add(pool.submit(() -> {
                    for (int i = 1; i <= each; i++) {
                        journal.append(new Entry.Metrics(i, Map.of(key, i / 3.0)));
                        if (i % 1000 == 0) {
                            journal.sync();
                        }
                    }
                    return key;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        Map<String, Long> last = new HashMap<>();
        List<Line> lines = Lines.read(new Outbox(folder).journal());
        for (Line line : lines) {
            Entry.Metrics metrics = (Entry.Metrics) line.entry();
            metrics.values().forEach((key, value) -> {
                assertEquals(last.getOrDefault(key, 0L) + 1, metrics.step(), key);
                last.put(key, metrics.step());
                assertEquals(metrics.step() / 3.0, value);
            });
        }
        assertEquals(threads * each, lines.size());
    }

    @Test
    void linesLongerThanRoomsAreWhole() throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (int length : new int[]{1, 20_000, 65_536, 70_000, 300_000, 5_000_000, 3}) {
            entries.add(new Entry.Tags(Map.of("a", "y".repeat(length))));
        }
        write(folder, entries);
        assertEquals(entries, Lines.entries(new Outbox(folder).journal()));
    }

    @Test
    void roomThatAKillLeftIsNoTear() throws IOException {
        byte[] lines = Lines.bytes(Lines.some(4));
        Path file = Lines.file(folder, lines, new byte[100_000]);
        Recovered recovered = Recovered.of(file);
        assertEquals(lines.length, recovered.bytes());
        assertEquals(4, recovered.lines());
        assertEquals(0, recovered.torn());
        assertEquals(Optional.of("e"), recovered.logged().began().map(Entry.Began::experiment));
    }

    @Test
    void aJournalThatIsNotThereHasNoLines() throws IOException {
        Recovered recovered = Recovered.of(folder.resolve("nothing"));
        assertEquals(0, recovered.bytes() + recovered.lines() + recovered.torn());
        assertFalse(Files.exists(folder.resolve("nothing")));
    }

    @Test
    void bytesThatAreTornAreCountedWithoutRoom() throws IOException {
        byte[] lines = Lines.bytes(Lines.some(4));
        ByteArrayOutputStream torn = new ByteArrayOutputStream();
        torn.writeBytes("{\"num".getBytes());
        torn.writeBytes(new byte[1000]);
        assertEquals(5, Recovered.of(Lines.file(folder, lines, torn.toByteArray())).torn());
        try (Journal journal = journals.open(folder)) {
            journal.sync();
            assertEquals(List.of(new Outbox(folder).journal() + " ended in a torn line; its 5 bytes are cut off"),
                    journals.messages());
        }
    }

    @Test
    void whatStandsBehindDamageIsKeptAside() throws IOException {
        byte[] lines = Lines.bytes(Lines.some(6));
        int third = 0;
        for (int line = 0; line < 2; third++) {
            line += lines[third] == '\n' ? 1 : 0;
        }
        lines[third + 5] ^= 1;
        Path file = Lines.file(folder, lines);
        try (Journal journal = journals.open(folder)) {
            journal.sync();
        }
        Path aside = folder.resolve("journal.damaged-at-" + third + ".jsonl");
        assertArrayEquals(Arrays.copyOfRange(lines, third, lines.length), Files.readAllBytes(aside));
        assertArrayEquals(Arrays.copyOf(lines, third), Files.readAllBytes(file));
        assertEquals(List.of(file + " is damaged at byte " + third + "; what stands there and behind is moved to "
                + aside), journals.messages());
    }

    private void write(Path place, List<Entry> entries) throws IOException {
        try (Journal journal = journals.open(place)) {
            entries.forEach(journal::append);
        }
    }
}
