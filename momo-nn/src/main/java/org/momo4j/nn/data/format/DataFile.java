package org.momo4j.nn.data.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file that was gone through once, from the first byte to the last. What its header claims is held against the length
 * that it has, before memory is taken.
 */
public final class DataFile {
    private final String name;
    private final Opening opening;
    private final long length;
    private final long lines;
    private final String sha256;

    private DataFile(String name, Opening opening, long length, long lines, String sha256) {
        this.name = name;
        this.opening = opening;
        this.length = length;
        this.lines = lines;
        this.sha256 = sha256;
    }

    /**
     * Goes through a file.
     *
     * @throws IllegalArgumentException if it is not a file that can be read, or its gzip stream is damaged
     * @throws UncheckedIOException     if reading fails for another reason
     */
    public static DataFile of(Path file) {
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException(file + " is a directory; a file is needed");
        }
        if (!Files.exists(file)) {
            throw new IllegalArgumentException(file + " does not exist; a file is needed");
        }
        if (!Files.isRegularFile(file)) {
            // a pipe cannot be read twice, and a device may never end
            throw new IllegalArgumentException(file + " is a pipe or a device; a regular file is needed");
        }
        return of(file.toString(), () -> Files.newInputStream(file));
    }

    /**
     * Goes through what need not be a file: a resource, or bytes in memory.
     *
     * @param name what it is called in messages
     * @throws IllegalArgumentException if its gzip stream is damaged
     * @throws UncheckedIOException     if reading fails for another reason
     */
    public static DataFile of(String name, Opening opening) {
        MessageDigest digest = newDigest();
        try (InputStream raw = new DigestInputStream(open(name, opening), digest);
                Content content = new Content(name, raw)) {
            byte[] buffer = new byte[1 << 16];
            long lines = 0;
            byte last = '\n';
            for (int got = content.read(buffer); got > 0; got = content.read(buffer)) {
                for (int i = 0; i < got; i++) {
                    lines += buffer[i] == '\n' ? 1 : 0;
                }
                last = buffer[got - 1];
            }
            content.drain(); // what follows the gzip stream belongs to the digest
            return new DataFile(name, opening, content.position(), last == '\n' ? lines : lines + 1,
                    HexFormat.of().formatHex(digest.digest()));
        } catch (IOException e) {
            throw Content.unreadable(name, e);
        }
    }

    /** What it is called in messages. */
    public String name() {
        return name;
    }

    /** Bytes it has, unpacked. */
    public long length() {
        return length;
    }

    /** Digest of the file as it is, packed or not, in hexadecimal. */
    public String sha256() {
        return sha256;
    }

    /** Lines it has; the last need not be ended. */
    long lines() {
        return lines;
    }

    /** Its content, from the start. */
    Content content() {
        InputStream raw = open(name, opening);
        try {
            return new Content(name, raw);
        } catch (RuntimeException e) {
            close(raw);
            throw e;
        }
    }

    private void close(InputStream raw) {
        try {
            raw.close();
        } catch (IOException e) {
            throw Content.unreadable(name, e);
        }
    }

    private static InputStream open(String name, Opening opening) {
        try {
            return opening.open();
        } catch (AccessDeniedException e) {
            throw new IllegalArgumentException(name + " may not be read; permission to read it is needed");
        } catch (IOException e) {
            throw Content.unreadable(name, e);
        }
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
