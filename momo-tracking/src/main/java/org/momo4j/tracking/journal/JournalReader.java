package org.momo4j.tracking.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads a journal, one line at a time, while others may add to it. The journal ends before the first line that is torn or
 * damaged, or does not have the number that it should have: nothing behind it can be trusted.
 */
public final class JournalReader implements Closeable {
    private static final int FIRST_WINDOW = 8192;

    private final FileChannel channel;
    private final LineCodec codec = new LineCodec();
    private byte[] window = new byte[FIRST_WINDOW];
    private int start;
    private int end;
    private long offset;
    private long number;

    /**
     * A reader that goes on where another stopped.
     *
     * @param journal the file
     * @param offset  bytes read before
     * @param number  lines read before
     * @throws IOException if it cannot be opened
     */
    public JournalReader(Path journal, long offset, long number) throws IOException {
        channel = FileChannel.open(journal, StandardOpenOption.READ);
        this.offset = offset;
        this.number = number;
    }

    /** A reader of the whole journal. */
    public JournalReader(Path journal) throws IOException {
        this(journal, 0, 0);
    }

    /**
     * The next line; empty at the end, where more may be found later.
     *
     * @throws IOException if the file cannot be read
     */
    public Optional<Line> next() throws IOException {
        return next(Long.MAX_VALUE);
    }

    /** The next line, if it ends at or before this offset. */
    public Optional<Line> next(long limit) throws IOException {
        int length = lineLength();
        if (length == 0 || offset + length > limit) {
            return Optional.empty();
        }
        Optional<Line> line = codec.read(window, start, length).filter(l -> l.number() == number + 1);
        if (line.isPresent()) {
            start += length;
            offset += length;
            number++;
        } else {
            forget();
        }
        return line;
    }

    /** What is there and no line may change, or be cut off: it is read again next time. */
    private void forget() {
        start = 0;
        end = 0;
    }

    /** The length of the line at {@code start}, with its end; 0 if it has none yet. */
    private int lineLength() throws IOException {
        for (int i = start;; i++) {
            if (i == end) {
                int before = i - start;
                if (!fill()) {
                    forget();
                    return 0;
                }
                i = start + before;
            }
            if (window[i] == '\n') {
                return i + 1 - start;
            }
            if (window[i] == 0) { // room that was made for lines to come
                forget();
                return 0;
            }
        }
    }

    private boolean fill() throws IOException {
        if (start > 0) {
            System.arraycopy(window, start, window, 0, end - start);
            end -= start;
            start = 0;
        }
        if (end == window.length) {
            window = Arrays.copyOf(window, 2 * window.length);
        }
        int read = channel.read(ByteBuffer.wrap(window, end, window.length - end), offset + end);
        end += Math.max(0, read);
        return read > 0;
    }

    /** Bytes read so far: where the next line begins. */
    public long offset() {
        return offset;
    }

    /** Lines read so far. */
    public long number() {
        return number;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
