package org.momo4j.tracking.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalReaderTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void itGoesOnWhereAnotherStopped() throws IOException {
        List<Entry> entries = Lines.some(20);
        Path file = Lines.file(folder, Lines.bytes(entries));
        for (int stop = 0; stop <= 20; stop++) {
            try (JournalReader first = new JournalReader(file)) {
                for (int i = 0; i < stop; i++) {
                    assertTrue(first.next().isPresent());
                }
                assertEquals(stop, first.number());
                assertEquals(Lines.first(Lines.bytes(entries), stop).length, first.offset());
                try (JournalReader second = new JournalReader(file, first.offset(), first.number())) {
                    for (int i = stop; i < 20; i++) {
                        assertEquals(entries.get(i), second.next().orElseThrow().entry());
                    }
                    assertEquals(Optional.empty(), second.next());
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8000, 8191, 8192, 8193, 16_384, 20_000, 100_000})
    void linesMayBeLongerThanTheWindow(int length) throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            entries.add(new Entry.Tags(Map.of("a", (i % 3 == 0 ? "b" : "ü").repeat(i % 4 == 1 ? 5 : length - i))));
        }
        assertEquals(entries, Lines.entries(Lines.file(folder, Lines.bytes(entries))));
    }

    @Test
    void aLineIsReadWhenItIsWholeHoweverItComes() throws IOException {
        List<Entry> entries = Lines.some(5);
        byte[] all = Lines.bytes(entries);
        Path file = Lines.file(folder);
        List<Entry> read = new ArrayList<>();
        try (JournalReader reader = new JournalReader(file);
                FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int i = 0; i < all.length; i++) {
                out.write(ByteBuffer.wrap(all, i, 1), i);
                reader.next().ifPresent(line -> read.add(line.entry()));
                assertEquals(Lines.whole(all, i + 1), read.size(), "after byte " + i);
            }
        }
        assertEquals(entries, read);
    }

    /** Copied memory may become visible in any order. */
    @Test
    void aLineThatAppearsFromBehindInRoomIsReadWhenItIsWhole() throws IOException {
        List<Entry> entries = Lines.some(3);
        byte[] all = Lines.bytes(entries);
        Path file = Lines.file(folder, new byte[65_536]);
        try (JournalReader reader = new JournalReader(file);
                FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int i = all.length - 1; i >= 0; i--) {
                assertEquals(Optional.empty(), reader.next(), "before byte " + i);
                out.write(ByteBuffer.wrap(all, i, 1), i);
            }
            for (Entry entry : entries) {
                assertEquals(entry, reader.next().orElseThrow().entry());
            }
        }
    }

    @Test
    void aTornLineThatIsWrittenAnewIsRead() throws IOException {
        List<Entry> entries = Lines.some(3);
        byte[] all = Lines.bytes(entries);
        byte[] two = Lines.first(all, 2);
        for (String torn : List.of("{\"number\":3,\"ti", "{\"number\":3,\"time\":17\n", "x".repeat(5000), "\n")) {
            Path file = Lines.file(folder, two, torn.getBytes());
            try (JournalReader reader = new JournalReader(file)) {
                assertTrue(reader.next().isPresent() && reader.next().isPresent());
                assertEquals(Optional.empty(), reader.next());
                Lines.file(folder, all);
                Optional<Line> third = reader.next();
                if (third.isEmpty()) { // the first look may still be at the old bytes
                    third = reader.next();
                }
                assertEquals(entries.get(2), third.orElseThrow().entry(), torn);
            }
        }
    }

    @Test
    void nothingBeyondTheLimitIsRead() throws IOException {
        List<Entry> entries = Lines.some(6);
        byte[] all = Lines.bytes(entries);
        Path file = Lines.file(folder, all);
        for (int limit = 0; limit <= all.length; limit++) {
            try (JournalReader reader = new JournalReader(file)) {
                int lines = 0;
                while (reader.next(limit).isPresent()) {
                    lines++;
                }
                assertEquals(Lines.whole(all, limit), lines, "limit " + limit);
                assertTrue(reader.offset() <= limit);
                while (reader.next().isPresent()) {
                    lines++;
                }
                assertEquals(6, lines, "later, all");
            }
        }
    }

    @Test
    @Timeout(120)
    void whoFollowsAWriterSeesEveryLineOnceAndNoneTooEarly()
            throws IOException, InterruptedException, ExecutionException {
        int lines = 60_000;
        AtomicBoolean done = new AtomicBoolean();
        try (OpenJournals journals = new OpenJournals();
                ExecutorService others = Executors.newFixedThreadPool(2)) {
            Journal journal = journals.open(folder);
            Path file = new Outbox(folder).journal();
            Callable<Long> eager = () -> follow(file, journal, done, false);
            Callable<Long> careful = () -> follow(file, journal, done, true);
            List<Future<Long>> readers = List.of(others.submit(eager), others.submit(careful));
            for (int i = 1; i <= lines; i++) {
                journal.append(i % 5000 == 0
                        ? new Entry.Tags(Map.of("a", "z".repeat(20_000)))
                        : new Entry.Metrics(i, Map.of("a", i / 3.0)));
                if (i % 2000 == 0) {
                    journal.sync();
                }
            }
            journal.close();
            done.set(true);
            for (Future<Long> reader : readers) {
                assertEquals(lines, reader.get());
            }
        }
    }

    /** Reads to the end of a journal that is being written; lines must have the right numbers and values. */
    private static long follow(Path file, Journal journal, AtomicBoolean done, boolean careful) throws IOException {
        try (JournalReader reader = new JournalReader(file)) {
            long expected = 1;
            while (true) {
                boolean last = done.get();
                Optional<Line> next = careful ? reader.next(journal.durable()) : reader.next();
                if (next.isPresent()) {
                    assertEquals(expected, next.get().number());
                    if (next.get().entry() instanceof Entry.Metrics(long step, Map<String, Double> values)) {
                        assertEquals(expected, step);
                        assertEquals(Map.of("a", step / 3.0), values);
                    }
                    assertTrue(!careful || reader.offset() <= journal.durable());
                    expected++;
                } else if (last) {
                    return expected - 1;
                }
            }
        }
    }

    @Test
    void whoReadsDoesNotChangeAnything() throws IOException {
        byte[] bytes = Lines.bytes(Lines.some(4));
        Path file = Lines.file(folder, bytes, "torn".getBytes());
        Lines.read(file);
        assertArrayEquals("torn".getBytes(), java.util.Arrays.copyOfRange(Files.readAllBytes(file), bytes.length,
                bytes.length + 4));
        assertFalse(Files.exists(folder.resolve("journal.lock")));
    }
}
