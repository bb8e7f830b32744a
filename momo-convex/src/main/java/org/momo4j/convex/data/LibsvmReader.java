package org.momo4j.convex.data;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.GZIPInputStream;

/**
 * Reads data in the LIBSVM format: a line {@code label index:value index:value ...} for every example, indices
 * ascending, entries left out are zero. Text after {@code #} and blank lines are skipped; gzip is recognised by content.
 * Labels are kept as they are. The file is streamed; sparse data stay sparse.
 *
 * @param indexing  how columns are numbered
 * @param dimension number of columns; empty: the largest index that occurs
 */
public record LibsvmReader(Indexing indexing, OptionalInt dimension) {
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;

    /** Checks the dimension. */
    public LibsvmReader {
        if (dimension.isPresent() && dimension.getAsInt() < 1) {
            throw new IllegalArgumentException(
                    "dimension is " + dimension.getAsInt() + "; it must be at least 1");
        }
    }

    /** Finds out numbering and dimension from the file. */
    public LibsvmReader() {
        this(Indexing.AUTOMATIC, OptionalInt.empty());
    }

    /**
     * Checks that there is a file, without reading it.
     *
     * @throws IllegalArgumentException if there is none, or it is a directory
     */
    public static void require(Path file) {
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException(file + " is a directory; a LIBSVM file is needed");
        }
        if (Files.notExists(file)) {
            throw missing(file);
        }
    }

    private static IllegalArgumentException missing(Path file) {
        return new IllegalArgumentException(file + " does not exist; a LIBSVM file is needed");
    }

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException if there is no such file, or something in it is wrong: the message names file,
     *                                  line, column, value and what is allowed
     * @throws UncheckedIOException     if the file cannot be read
     */
    public Dataset read(Path file) {
        require(file);
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, file.toString());
        } catch (NoSuchFileException e) { // it has gone since
            throw missing(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Reads a stream to its end, without closing it.
     *
     * @param name what the stream is called in messages
     * @throws IllegalArgumentException if something in it is wrong
     * @throws IOException              if it cannot be read
     */
    public Dataset read(InputStream in, String name) throws IOException {
        MessageDigest digest = sha256();
        BufferedInputStream raw = new BufferedInputStream(new DigestInputStream(in, digest));
        BufferedReader lines = new BufferedReader(
                // every byte is a character, so that columns are bytes and nothing is replaced silently
                new InputStreamReader(isGzip(raw) ? new GZIPInputStream(raw) : raw, StandardCharsets.ISO_8859_1));
        LibsvmLines parsed = new LibsvmLines(name, indexing == Indexing.FROM_ONE ? 1 : 0);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            parsed.add(line);
        }
        raw.transferTo(java.io.OutputStream.nullOutputStream()); // what follows the gzip stream belongs to the digest
        return new Dataset(name, parsed.rows(indexing, dimension), parsed.labels(),
                Optional.of(HexFormat.of().formatHex(digest.digest())));
    }

    private static boolean isGzip(BufferedInputStream in) throws IOException {
        in.mark(2);
        boolean gzip = in.read() == GZIP_FIRST && in.read() == GZIP_SECOND;
        in.reset();
        return gzip;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
