package org.momo4j.tracking.journal;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A file that bytes are added to without a call of the system for each: they are copied into mapped memory, which belongs to the
 * system as soon as it is written. Whoever kills the process loses nothing; power that fails may take what was added since
 * {@link #force}. Room is made ahead, as zeros that are really written, so that a full disk is an exception here and not a fault
 * in mapped memory; zeros that are left are cut off by {@link #close}, or by whoever opens the file after a kill.
 *
 * <p>One thread appends; another may force at the same time. An interrupt is left for others to see: it closes file channels,
 * so what lives long here is none.
 */
final class AppendFile implements Closeable {
    private static final int LEAST_ROOM = 1 << 12;
    private static final int FIRST_ROOM = 1 << 16;
    private static final int LARGEST_ROOM = 1 << 22;
    /** Room for one line about what was lost. */
    private static final int RESERVE = 1 << 8;
    private static final int ZEROS = 1 << 16;

    private final Path path;
    private final RandomAccessFile file;
    private final List<Room> full = new ArrayList<>();
    private Room room;
    private long size;
    private long forced;

    /** A mapped piece of the file. */
    private record Room(Arena arena, MemorySegment bytes, long from) {
        long end() {
            return from + bytes.byteSize();
        }

        void force(long begin, long end) {
            bytes.asSlice(begin - from, end - begin).force();
        }
    }

    /**
     * Opens a file to add to it.
     *
     * @param path the file; made if it is not there
     * @param size bytes that are kept; what comes behind is cut off
     */
    AppendFile(Path path, long size) throws IOException {
        this.path = path;
        this.size = size;
        file = new RandomAccessFile(path.toFile(), "rw");
        try {
            file.setLength(size);
            forced = size;
            room = map(size, 0);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** Maps a piece; the channel that this needs may be closed by an interrupt, and then there is another. */
    private Room map(long from, int length) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                Arena arena = Arena.ofShared();
                try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                    return new Room(arena, channel.map(MapMode.READ_WRITE, from, length, arena), from);
                } catch (ClosedByInterruptException e) {
                    arena.close();
                    interrupted |= Thread.interrupted();
                } catch (IOException | RuntimeException e) {
                    arena.close();
                    throw e;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * Adds the first bytes of an array.
     *
     * @throws IOException if there is no room on the disk; nothing was added
     */
    synchronized void append(byte[] bytes, int length) throws IOException {
        if (size + length > room.end() - RESERVE) {
            extend(length + RESERVE);
        }
        put(bytes, length);
    }

    /**
     * Adds what is short and more important than what comes before, if need be into room that is kept for it.
     *
     * @throws IOException if there is no room on the disk; nothing was added
     */
    synchronized void appendLast(byte[] bytes, int length) throws IOException {
        if (size + length > room.end()) {
            extend(length);
        }
        put(bytes, length);
    }

    private void put(byte[] bytes, int length) {
        MemorySegment.copy(bytes, 0, room.bytes(), ValueLayout.JAVA_BYTE, size - room.from(), length);
        size += length;
    }

    /**
     * Makes room ahead, whatever is left.
     *
     * @throws IOException if there is none on the disk
     */
    synchronized void makeRoom() throws IOException {
        addRoom(ample());
    }

    /** Makes room for so many bytes, and for more; on a disk that is almost full for a little more. */
    private void extend(int length) throws IOException {
        try {
            addRoom(Math.max(length, ample()));
        } catch (IOException noRoom) {
            addRoom(Math.max(length, LEAST_ROOM));
        }
    }

    private int ample() {
        return Math.clamp(2 * room.bytes().byteSize(), FIRST_ROOM, LARGEST_ROOM);
    }

    private void addRoom(int length) throws IOException {
        zeroOrNothing(length);
        Room next = map(size, length);
        full.add(room);
        room = next;
    }

    /** Whoever else needs the disk gets back what was not enough for us. */
    private void zeroOrNothing(int length) throws IOException {
        try {
            zero(size, length);
        } catch (IOException e) {
            file.setLength(room.end());
            throw e;
        }
    }

    private void zero(long from, int length) throws IOException {
        byte[] zeros = new byte[Math.min(ZEROS, length)];
        file.seek(from);
        for (int left = length; left > 0; left -= zeros.length) {
            file.write(zeros, 0, Math.min(zeros.length, left));
        }
    }

    /** Bytes added. */
    synchronized long size() {
        return size;
    }

    /** Brings everything that was added before to the disk, and answers how many bytes are there now. */
    long force() throws IOException {
        List<Room> before;
        Room last;
        long end;
        synchronized (this) {
            before = List.copyOf(full);
            last = room;
            end = size;
        }
        if (end == forced) {
            return forced;
        }
        for (Room done : before) {
            done.force(Math.clamp(forced, done.from(), done.end()), done.end());
        }
        last.force(Math.max(forced, last.from()), end);
        file.getFD().sync(); // its length
        forced = end;
        synchronized (this) {
            full.removeAll(before);
        }
        before.forEach(done -> done.arena().close());
        return end;
    }

    /** Forces, cuts off the room that is left, and closes; neither append nor force may be at work. */
    @Override
    public void close() throws IOException {
        try (file) {
            force();
            full.forEach(done -> done.arena().close());
            room.arena().close();
            file.setLength(size);
            file.getFD().sync();
        }
    }
}
