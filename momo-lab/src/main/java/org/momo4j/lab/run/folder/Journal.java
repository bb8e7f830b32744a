package org.momo4j.lab.run.folder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.momo4j.lab.experiment.Outcome;
import org.momo4j.lab.journal.Row;
import org.momo4j.lab.journal.RowCodec;
import org.momo4j.lab.report.AtomicFile;

/**
 * {@code journal.jsonl}. Its last line seals it: beside the outcome stand the digest of the plan and the length of what comes
 * before, so that a line torn, added or taken away is noticed without reading the whole.
 */
final class Journal {
    private static final String NAME = "journal.jsonl";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** Enough for the last evaluation of most runs. */
    private static final int TAIL = 8192;

    private final Path file;
    private final String digest;

    Journal(Path folder, String digest) {
        file = folder.resolve(NAME);
        this.digest = digest;
    }

    Path file() {
        return file;
    }

    /** Writes the journal of a run that is over, in place of what there was. */
    void write(Iterable<? extends Row> rows, Outcome outcome) throws IOException {
        AtomicFile.write(file, out -> {
            long length = 0;
            for (Row row : rows) {
                length += line(out, RowCodec.write(row));
            }
            String end = RowCodec.write(new Row.Ended(outcome));
            line(out, end.substring(0, end.length() - 1) + ",\"plan\":\"" + digest + "\",\"bytes\":" + length + "}");
        });
    }

    private static int line(OutputStream out, String text) throws IOException {
        byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
        out.write(bytes);
        return bytes.length;
    }

    /** Adds rows to the journal of a run that goes on; they are on the disk when this returns. */
    void append(List<? extends Row> rows) throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (Row row : rows) {
            line(lines, RowCodec.write(row));
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.APPEND)) {
            ByteBuffer buffer = ByteBuffer.wrap(lines.toByteArray());
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /**
     * Cuts the journal of a run that goes on to its first evaluations, and returns them. Whatever a kill left after them is
     * gone, and so are the steps and the outcome of a run that failed.
     *
     * @throws IllegalArgumentException if there are not so many
     */
    List<Row.Evaluated> cut(int count) throws IOException {
        List<Row.Evaluated> rows = Files.exists(file) ? evaluations(count) : List.of();
        if (rows.size() < count) {
            throw new IllegalArgumentException(
                    file + " has " + rows.size() + " evaluations; there should be " + count);
        }
        AtomicFile.write(file, out -> {
            for (Row row : rows) {
                line(out, RowCodec.write(row));
            }
        });
        return rows;
    }

    private List<Row.Evaluated> evaluations(int most) throws IOException {
        List<Row.Evaluated> rows = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null && rows.size() < most; line = lines.readLine()) {
                if (RowCodec.read(line) instanceof Row.Evaluated row) {
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    /** Removes what a run that begins anew left behind. */
    void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    /** How the journal ends; empty if it does not, or is that of another plan, or its end is damaged. */
    Optional<JournalEnd> end() throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            long size = channel.size();
            Optional<JournalEnd> end = end(tail(channel, size, TAIL), size, size <= TAIL);
            return end.isEmpty() || end.get().last().isPresent() || size <= TAIL
                    ? end
                    : end(Files.readAllBytes(file), size, true);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static byte[] tail(SeekableByteChannel channel, long size, int most) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(size, most));
        channel.position(size - buffer.capacity());
        while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
            // until it is full
        }
        return buffer.array();
    }

    private Optional<JournalEnd> end(byte[] tail, long size, boolean whole) {
        String text = new String(tail, StandardCharsets.UTF_8);
        if (!text.endsWith("\n")) {
            return Optional.empty();
        }
        List<String> lines = text.lines().toList();
        String last = lines.getLast();
        long before = size - last.getBytes(StandardCharsets.UTF_8).length - 1;
        if (!whole && lines.size() == 1) {
            return Optional.empty(); // a reason of so many words that its line is not whole here
        }
        try {
            JsonNode seal = JSON.readTree(last);
            if (!(RowCodec.read(last) instanceof Row.Ended(Outcome outcome))
                    || !seal.path("plan").asText().equals(digest) || seal.path("bytes").asLong(-1) != before) {
                return Optional.empty();
            }
            return Optional.of(new JournalEnd(outcome, lastEvaluation(lines)));
        } catch (JsonProcessingException | IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    private static Optional<Row.Evaluated> lastEvaluation(List<String> lines) {
        for (String line : lines.reversed()) {
            if (line.startsWith("{\"row\":\"evaluated\"")) { // the first line of a tail may begin anywhere
                return RowCodec.read(line) instanceof Row.Evaluated row ? Optional.of(row) : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
