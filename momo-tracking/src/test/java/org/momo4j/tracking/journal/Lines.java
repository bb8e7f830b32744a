package org.momo4j.tracking.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lines for tests, and what is in a file. */
final class Lines {
    static final long MILLIS = 1_700_000_000_000L;

    private Lines() {}

    /** A mixed lot of entries, the first of them a beginning. */
    static List<Entry> some(int count) {
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry.Began("u", "e", "n", Optional.empty()));
        for (int i = 1; i < count; i++) {
            entries.add(switch (i % 4) {
                case 1 -> new Entry.Params(Map.of("p" + i, "ä\n" + i));
                case 2 -> new Entry.Tags(Map.of("t", "\ud83d\ude00" + i));
                default -> new Entry.Metrics(i, Map.of("loss", i / 7.0));
            });
        }
        return entries;
    }

    /** The bytes of lines 1, 2, ... */
    static byte[] bytes(List<Entry> entries) {
        LineCodec codec = new LineCodec();
        java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
        for (int i = 0; i < entries.size(); i++) {
            LineCodec.Bytes line = codec.write(i + 1, MILLIS, entries.get(i));
            all.write(line.array(), 0, line.size());
        }
        return all.toByteArray();
    }

    /** How many lines are whole in the first bytes. */
    static int whole(byte[] bytes, int length) {
        int lines = 0;
        for (int i = 0; i < length; i++) {
            lines += bytes[i] == '\n' ? 1 : 0;
        }
        return lines;
    }

    /** The first lines of these bytes. */
    static byte[] first(byte[] bytes, int lines) {
        int end = 0;
        for (int left = lines; left > 0; end++) {
            left -= bytes[end] == '\n' ? 1 : 0;
        }
        return Arrays.copyOf(bytes, end);
    }

    /** Everything that can be read. */
    static List<Line> read(Path journal) throws IOException {
        List<Line> lines = new ArrayList<>();
        try (JournalReader reader = new JournalReader(journal)) {
            for (Optional<Line> line = reader.next(); line.isPresent(); line = reader.next()) {
                lines.add(line.get());
            }
        }
        return lines;
    }

    /** What the lines of a file say. */
    static List<Entry> entries(Path journal) throws IOException {
        return read(journal).stream().map(Line::entry).toList();
    }

    /** A file of these bytes. */
    static Path file(Path folder, byte[]... parts) throws IOException {
        java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        Files.createDirectories(folder);
        return Files.write(new Outbox(folder).journal(), all.toByteArray());
    }
}
