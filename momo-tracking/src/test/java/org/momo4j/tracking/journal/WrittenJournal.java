package org.momo4j.tracking.journal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** A journal for tests: every line has the time that the test says, and is on the disk at once. */
public final class WrittenJournal {
    private final Outbox outbox;
    private final LineCodec codec = new LineCodec();
    private long number;
    private volatile long length;

    private WrittenJournal(Outbox outbox) {
        this.outbox = outbox;
    }

    /** A new one. */
    public static WrittenJournal in(Path folder, String uid, String experiment, String name, Optional<String> parent) {
        try {
            Files.createDirectories(folder);
            WrittenJournal journal = new WrittenJournal(new Outbox(folder));
            journal.add(1_000, new Entry.Began(uid, experiment, name, parent));
            return journal;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it is. */
    public Outbox outbox() {
        return outbox;
    }

    /** Bytes so far. */
    public long length() {
        return length;
    }

    /** Adds lines. */
    public void add(long millis, Entry... entries) {
        try (OutputStream out = Files.newOutputStream(outbox.journal(), StandardOpenOption.CREATE,
                StandardOpenOption.APPEND)) {
            long more = 0;
            for (Entry entry : entries) {
                LineCodec.Bytes line = codec.write(++number, millis, entry);
                out.write(line.array(), 0, line.size());
                more += line.size();
            }
            out.flush();
            length += more;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps content, and adds the line that says so. */
    public void artifact(long millis, String path, byte[] content) {
        try {
            String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
            Path file = outbox.artifact(digest);
            Files.createDirectories(file.getParent());
            Files.write(file, content);
            add(millis, new Entry.Artifact(path, digest, content.length));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
