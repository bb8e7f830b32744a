package org.momo4j.lab.checkpoint;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The SHA-256 digest of a file, as the last 64 characters of the file itself: a zip may end with a comment. Whatever byte is
 * changed, lost or added, the seal is broken.
 */
final class Seal {
    /** What stands at the end before the file is sealed. */
    static final String OPEN = "0".repeat(64);
    private static final int BUFFER = 1 << 16;

    private Seal() {}

    /** Seals a file that ends with {@link #OPEN}, and sees to it that it is on the disk. */
    static void close(Path file) throws IOException {
        String digest = digest(file);
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
            access.seek(access.length() - OPEN.length());
            access.write(digest.getBytes(StandardCharsets.US_ASCII));
            access.getFD().sync();
        }
    }

    /** Whether a file is as it was sealed. */
    static boolean holds(Path file) throws IOException {
        if (Files.size(file) <= OPEN.length()) {
            return false;
        }
        byte[] end = new byte[OPEN.length()];
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "r")) {
            access.seek(access.length() - OPEN.length());
            access.readFully(end);
        }
        return new String(end, StandardCharsets.US_ASCII).equals(digest(file));
    }

    private static String digest(Path file) throws IOException {
        long left = Files.size(file) - OPEN.length();
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER];
            while (left > 0) {
                int length = in.read(buffer, 0, (int) Math.min(left, BUFFER));
                if (length < 0) {
                    break; // shorter than it was: no digest will be the right one
                }
                digest.update(buffer, 0, length);
                left -= length;
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
