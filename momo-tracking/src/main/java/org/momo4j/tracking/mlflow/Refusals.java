package org.momo4j.tracking.mlflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.momo4j.tracking.journal.Outbox;
import org.momo4j.tracking.mlflow.Item.Kind;

/**
 * What a server refused of an outbox, written down beside its cursor: JSON lines, in the order of the journal. They are written
 * before the cursor passes them; lines behind the cursor were left by somebody who did not come so far, and are cut off.
 */
final class Refusals {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_NAMES = 1000;

    private final Path file;
    private final List<String> fresh = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();
    private Optional<String> first = Optional.empty();

    Refusals(Outbox outbox, ServerAddress server) {
        file = outbox.folder().resolve("refused-" + server.fileName() + ".jsonl");
    }

    /** Where they are. */
    Path file() {
        return file;
    }

    /** Something is refused; it stands in memory until it is {@linkplain #keep kept}. */
    void add(Item item, String reason) {
        if (item.kind() == Kind.METRIC && !Keys.isPlain(item.key()) && names.size() < MOST_NAMES) {
            names.put(item.key(), reason);
        }
        add(item.line(), item.kind().name().toLowerCase(Locale.ROOT), item.key(), item.value(), item.step(), reason);
    }

    /** Whether it is a metric whose name was refused, and is no name: to ask for each of its values would take ages. */
    boolean isKnown(Item item) {
        return item.kind() == Kind.METRIC && names.containsKey(item.key());
    }

    /** Something {@linkplain #isKnown known} is refused again. */
    void again(Item item) {
        add(item, names.getOrDefault(item.key(), ""));
    }

    /** Something that is no value is refused. */
    void add(long line, String kind, String key, String value, long step, String reason) {
        first = first.or(() -> Optional.of("line " + line + ", " + kind + " \"" + key + "\": " + reason));
        try {
            fresh.add(
                    JSON.writeValueAsString(JSON.createObjectNode().put("line", line).put("kind", kind).put("key", key)
                            .put("value", value).put("step", step).put("reason", reason)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes down what is new, for good; how much that is. */
    int keep() throws IOException {
        int kept = fresh.size();
        if (kept == 0) {
            return 0;
        }
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = ByteBuffer.wrap((String.join("\n", fresh) + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        fresh.clear();
        return kept;
    }

    /** The first of all: line, name, and reason. */
    Optional<String> first() {
        return first;
    }

    /** Forgets what is not written down, and cuts off what stands behind a line of the journal. */
    void cutBehind(long number) throws IOException {
        fresh.clear();
        names.clear();
        if (!Files.exists(file)) {
            return;
        }
        Path rest = file.resolveSibling(file.getFileName() + ".new");
        try (BufferedReader in = Files.newBufferedReader(file); BufferedWriter out = Files.newBufferedWriter(rest)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (lineOf(line) <= number) {
                    out.write(line);
                    out.write('\n');
                }
            }
        }
        if (Files.size(rest) == 0) {
            Files.delete(rest);
            Files.delete(file);
        } else {
            Files.move(rest, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static long lineOf(String refusal) {
        try {
            return JSON.readTree(refusal).path("line").asLong(Long.MAX_VALUE);
        } catch (JsonProcessingException e) { // torn
            return Long.MAX_VALUE;
        }
    }
}
