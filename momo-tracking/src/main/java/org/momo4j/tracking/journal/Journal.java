package org.momo4j.tracking.journal;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The journal of a run, open for writing. A line is the system's when {@link #append} returns, so that a killed process loses
 * none; it is on the disk when {@link #durable} says so, a second later at most, so that power that fails takes no more than
 * that. Any thread may append.
 */
public final class Journal implements Closeable {
    /** Two of them are less than a second, the disk's own time included. */
    private static final long BETWEEN_SYNCS = 400;
    private static final String LOST = "momo.lost_values";

    private final Path file;
    private final JournalLock lock;
    private final OnFullDisk onFullDisk;
    private final Consumer<String> messages;
    private final Logged before;
    private final InstantSource clock;
    private final AppendFile out;
    private final LineCodec codec = new LineCodec();
    /** Held while the disk works, which may take long; who appends does not wait for it. */
    private final Object disk = new Object();
    private final ScheduledFuture<?> ticks;
    private long number;
    private long lost;
    private boolean full;
    private boolean closed;
    private boolean isStuck;
    /** Apart from the journal, so that who only asks for it does not hold the whole. */
    private final AtomicLong durable = new AtomicLong();

    /**
     * Opens the journal of an outbox, makes it if it is not there, and cuts off what a kill left torn.
     *
     * @param outbox     where it is
     * @param clock      says when something is logged
     * @param onFullDisk what becomes of the run when it cannot be written
     * @param messages   told of what people should know
     * @param ticks      brings it to the disk now and then
     * @throws IllegalArgumentException if somebody else is writing it
     * @throws IllegalStateException    if {@code ticks} takes nothing any more
     * @throws IOException              if it cannot be read or made
     */
    public Journal(Outbox outbox, InstantSource clock, OnFullDisk onFullDisk, Consumer<String> messages,
            ScheduledExecutorService ticks) throws IOException {
        this.clock = clock;
        this.onFullDisk = onFullDisk;
        this.messages = sentence -> guarded(messages, sentence);
        file = outbox.journal();
        Files.createDirectories(outbox.folder());
        lock = JournalLock.of(outbox.folder());
        try {
            Recovered recovered = Recovered.of(file);
            recovered.repair(file).ifPresent(this.messages);
            before = recovered.logged();
            number = recovered.lines();
            lost = before.tag(LOST).filter(value -> value.matches("\\d{1,18}")).map(Long::parseLong).orElse(0L);
            out = new AppendFile(file, recovered.bytes());
            durable.set(recovered.bytes());
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
        try {
            this.ticks = ticks.scheduleWithFixedDelay(this::tick, BETWEEN_SYNCS, BETWEEN_SYNCS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            try (lock) {
                out.close();
            }
            throw new IllegalStateException(file + " is not opened: nobody would bring it to the disk any more", e);
        }
    }

    /** Who listens does not end a run, nor what brings it to the disk. */
    private static void guarded(Consumer<String> listener, String sentence) {
        try {
            listener.accept(sentence);
        } catch (RuntimeException theirs) {
            return; // nobody is left to tell
        }
    }

    /** What it said when it was opened. */
    public Logged before() {
        return before;
    }

    /** Bytes that are safe on the disk: they end with a whole line. */
    public long durable() {
        return durable.get();
    }

    /** The same, to be asked again and again, after the journal is closed too. */
    public LongSupplier durability() {
        return durable::get;
    }

    /** Values that were lost for want of room, by those who wrote this journal before too. */
    public synchronized long lost() {
        return lost;
    }

    /**
     * Adds a line.
     *
     * @return whether it was added; false if the disk is full and the run goes on
     * @throws UncheckedIOException  if the disk is full, and the run shall stop then or cannot even begin
     * @throws IllegalStateException if the journal is closed
     */
    public synchronized boolean append(Entry entry) {
        if (closed) {
            throw new IllegalStateException(file + " is closed");
        }
        if (!(entry instanceof Entry.Metrics)) {
            retry(); // it is rare, and a journal that lacks it says less than one that lacks a metric
        }
        if (full) {
            lost += values(entry);
            return false;
        }
        try {
            write(entry);
            return true;
        } catch (IOException | InternalError e) { // a fault of mapped memory: no room after all, or no file
            if (entry instanceof Entry.Began) { // without it, a run is nobody's
                throw new UncheckedIOException(cannot(file, e), checked(e));
            }
            full = true;
            lose(file, values(entry), e);
            return false;
        }
    }

    /**
     * Something that belongs to the run could not be written.
     *
     * @param what   where it belongs
     * @param values how many are lost by that
     * @param cause  why
     * @throws UncheckedIOException if the run shall stop then
     */
    public synchronized void lose(Path what, long values, Throwable cause) {
        if (onFullDisk == OnFullDisk.STOP) {
            full = false; // nothing is lost silently
            throw new UncheckedIOException(cannot(what, cause), checked(cause));
        }
        lost += values;
        messages.accept(cannot(what, cause) + "; the run goes on, and what it logs is lost until there is room again");
    }

    private static IOException checked(Throwable cause) {
        return cause instanceof IOException io ? io : new IOException(cause);
    }

    private static String cannot(Path what, Throwable cause) {
        return what + " cannot be written: " + cause.getMessage();
    }

    private void write(Entry entry) throws IOException {
        LineCodec.Bytes line = codec.write(number + 1, clock.millis(), entry);
        out.append(line.array(), line.size());
        number++;
    }

    private static long values(Entry entry) {
        return entry instanceof Entry.Metrics metrics ? metrics.values().size() : 1;
    }

    private void tick() {
        try {
            sync();
            isStuck = false;
            retry();
        } catch (IOException | RuntimeException | InternalError e) {
            if (!isStuck) { // said once
                messages.accept(file + " cannot be brought to the disk: " + e.getMessage() + "; it is tried again");
            }
            isStuck = true;
        }
    }

    /** After a full disk: goes on if there is room, and says in the journal what is missing. */
    private synchronized void retry() {
        if (!full || closed) {
            return;
        }
        try {
            out.makeRoom(); // a short line may fit into what is left, on a disk as full as before
            sayLost();
            full = false;
            messages.accept("there is room again for " + file + "; " + lost + " values were lost");
        } catch (IOException stillFull) {
            return; // that was said
        }
    }

    private void sayLost() throws IOException {
        LineCodec.Bytes line = codec.write(number + 1, clock.millis(),
                new Entry.Tags(Map.of(LOST, Long.toString(lost))));
        out.appendLast(line.array(), line.size());
        number++;
    }

    private void sayLostAtTheEnd() {
        try {
            if (full) {
                sayLost(); // it may fit into what is left
            }
        } catch (IOException stillFull) {
            return; // that was said
        }
    }

    /** Brings everything that was added before to the disk. */
    public void sync() throws IOException {
        synchronized (disk) {
            if (!closed) {
                durable.set(out.force());
            }
        }
    }

    /** Brings everything to the disk, and lets go of the file. */
    @Override
    public void close() throws IOException {
        ticks.cancel(false);
        synchronized (disk) {
            synchronized (this) {
                if (closed) {
                    return;
                }
                retry();
                sayLostAtTheEnd();
                closed = true;
            }
            try (lock) {
                out.close();
                durable.set(out.size());
            }
        }
    }
}
