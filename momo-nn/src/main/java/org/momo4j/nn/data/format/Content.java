package org.momo4j.nn.data.format;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The bytes of a file, unpacked if it is a gzip file, and how far they were read. Like gzip itself it ignores what follows
 * a gzip stream and is none. A damaged gzip stream is a wrong input; what the machine fails to read is not.
 */
final class Content implements AutoCloseable {
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;
    private static final int BUFFER = 1 << 16;

    private final String name;
    private final InputStream raw;
    private final InputStream in;
    private long position;

    /** Takes over a stream at its first byte. */
    Content(String name, InputStream stream) {
        this.name = name;
        this.raw = new BufferedInputStream(stream, BUFFER);
        try {
            // the reads below are one byte each where a CSV is parsed
            this.in = isGzip(raw) ? new BufferedInputStream(new GZIPInputStream(raw, BUFFER), BUFFER) : raw;
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private static boolean isGzip(InputStream raw) throws IOException {
        raw.mark(2);
        boolean gzip = raw.read() == GZIP_FIRST && raw.read() == GZIP_SECOND;
        raw.reset();
        return gzip;
    }

    /** Number of bytes read. */
    long position() {
        return position;
    }

    /** The next byte, or −1 at the end. */
    int read() {
        try {
            int value = in.read();
            position += value < 0 ? 0 : 1;
            return value;
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /** Reads as many bytes as there are and fit; how many it were. */
    int read(byte[] buffer) {
        int got = 0;
        try {
            while (got < buffer.length) {
                int more = in.read(buffer, got, buffer.length - got);
                if (more < 0) {
                    break;
                }
                got += more;
                position += more;
            }
            return got;
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /** Fills a buffer from a file that was measured, and has as many bytes unless somebody writes it meanwhile. */
    void fill(byte[] buffer) {
        if (read(buffer) < buffer.length) {
            throw wrong(position, "file ends; it was longer when it was opened, and must not change while it is read");
        }
    }

    /**
     * A whole number of four bytes without sign, high byte first.
     *
     * @param what what it means
     */
    long number(String what) {
        byte[] bytes = new byte[Integer.BYTES];
        if (read(bytes) < bytes.length) {
            throw wrong(position, "file ends; " + what + " of 4 bytes is needed here");
        }
        long number = 0;
        for (byte b : bytes) {
            number = number << Byte.SIZE | Byte.toUnsignedInt(b);
        }
        return number;
    }

    /** Reads what is left of the file itself. */
    void drain() {
        try {
            raw.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /** A mistake at a byte, counted from 0 in the unpacked file. */
    IllegalArgumentException wrong(long at, String sentence) {
        return new IllegalArgumentException(name + ", byte " + at + ": " + sentence);
    }

    private RuntimeException broken(IOException e) {
        return switch (e) {
            case EOFException _ -> wrong(position, "gzip stream ends here; a whole one is needed");
            case ZipException _ -> wrong(position, "gzip stream is damaged (" + e.getMessage()
                    + "); a whole one is needed");
            default -> unreadable(name, e);
        };
    }

    /** What is said when the machine fails. */
    static UncheckedIOException unreadable(String name, IOException e) {
        return new UncheckedIOException(name + " cannot be read: " + e.getMessage(), e);
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }
}
