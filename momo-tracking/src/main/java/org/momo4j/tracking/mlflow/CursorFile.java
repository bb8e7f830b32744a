package org.momo4j.tracking.mlflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.momo4j.tracking.journal.Outbox;

/**
 * The cursor of an outbox for one server, in a file of the outbox. It is there whole or not at all, and only who holds the lock
 * may read or write it.
 */
final class CursorFile {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String server;
    private final Path file;
    private final Path temporary;
    private final Path lock;

    CursorFile(Outbox outbox, ServerAddress server) {
        this.server = server.toString();
        String name = "mlflow-" + server.fileName();
        file = outbox.folder().resolve(name + ".json");
        temporary = outbox.folder().resolve(name + ".json.new");
        lock = outbox.folder().resolve(name + ".lock"); // never deleted: another might hold what we delete
    }

    /** The file is there, but it is no cursor for this server. */
    static final class Damaged extends Exception {
        private static final long serialVersionUID = 1;
    }

    /** The lock: nobody else delivers this outbox to this server until the channel is closed. Empty if another holds it. */
    Optional<FileChannel> lock() throws IOException {
        FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock held = channel.tryLock();
            if (held != null) {
                return Optional.of(channel);
            }
        } catch (OverlappingFileLockException e) { // somebody else within this process
            channel.close();
            return Optional.empty();
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        return Optional.empty();
    }

    /** What was saved last; empty if nothing was. */
    Optional<Cursor> load() throws IOException, Damaged {
        try {
            JsonNode node = JSON.readTree(Files.readAllBytes(file));
            Cursor cursor = new Cursor(node.path("server").asText(), node.path("experiment").asText(),
                    node.path("run").asText(),
                    new Position(node.path("offset").asLong(-1), node.path("lines").asLong(-1)),
                    node.path("ended").asBoolean());
            boolean whole = cursor.server().equals(server) && !cursor.experimentId().isEmpty()
                    && !cursor.runId().isEmpty() && cursor.position().offset() >= 0 && cursor.position().number() >= 0;
            if (!whole) {
                throw new Damaged();
            }
            return Optional.of(cursor);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (JsonProcessingException e) {
            throw new Damaged();
        }
    }

    /** Writes it down for good. */
    void save(Cursor cursor) throws IOException {
        byte[] text = JSON.writeValueAsBytes(JSON.createObjectNode().put("server", cursor.server())
                .put("experiment", cursor.experimentId()).put("run", cursor.runId())
                .put("offset", cursor.position().offset()).put("lines", cursor.position().number())
                .put("ended", cursor.ended()));
        try (FileChannel out = FileChannel.open(temporary, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(text);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Forgets it. */
    void delete() throws IOException {
        Files.deleteIfExists(file);
    }
}
