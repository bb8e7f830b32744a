package org.momo4j.tracking.mlflow;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.momo4j.tracking.journal.Outbox;

/**
 * Sends journals to an MLflow server, on a thread of its own: what is in them already, and what is added. A server that is down,
 * slow or wrong costs the runs nothing; what could not be sent stays in the outbox for the next uploader. All methods can be
 * called from any thread.
 */
public final class Uploader implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(2);

    private final Server server;
    private final Desk desk;
    private final Followed followed;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long asked;
    private long done;
    private boolean news;
    private boolean closed;

    /**
     * Begins to work.
     *
     * @param settings where to send
     * @param messages takes sentences for people, on the thread of the uploader; few, whatever happens
     */
    public Uploader(MlflowSettings settings, Consumer<String> messages) {
        server = new Server(settings, messages);
        desk = Desk.of(settings, server);
        followed = new Followed(desk);
        thread = Thread.ofPlatform().daemon().name("momo-mlflow-uploader").start(this::work);
    }

    /**
     * Delivers what is in a journal, now and whenever it grows.
     *
     * @param outbox  where the journal is
     * @param durable how many bytes of it are there for good; asked from any thread, often
     */
    public void follow(Outbox outbox, LongSupplier durable) {
        followed.add(outbox.folder(), new Delivery(desk, outbox, durable));
        wake();
    }

    /** Nothing will be added to a journal: when it is delivered, it is forgotten. */
    public void settle(Outbox outbox) {
        followed.settle(outbox);
        wake();
    }

    /**
     * Waits until everything that is there for good is delivered, or refused, or set aside.
     *
     * @param most how long to wait
     * @return whether that is so; false, too, if the uploader or the calling thread is stopped meanwhile
     */
    public boolean await(Duration most) {
        lock.lock();
        try {
            long ticket = ++asked;
            news = true;
            changed.signalAll();
            long left = most.toNanos();
            while (done < ticket && !closed && left > 0) {
                left = changed.awaitNanos(left);
            }
            return done >= ticket;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** What it has come to. */
    public Delivered delivered() {
        List<Standing> all = followed.all().stream().map(Delivery::standing).toList();
        Tally tally = desk.tally();
        return new Delivered(tally.runs().sum(), tally.values().sum(), tally.refused().sum(),
                all.stream().mapToLong(Standing::waiting).sum(), followed.aside(),
                server.voice().trouble());
    }

    /** Stops soon, in the middle of a call if need be; what is not delivered stays where it is. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        server.close();
        try {
            thread.join(LONGEST_GOODBYE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void wake() {
        lock.lock();
        try {
            news = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void work() {
        try {
            while (look()) {
                // as long as there is something to do
            }
        } catch (Stopped e) {
            server.close(); // nothing is left under way
        }
    }

    private boolean look() throws Stopped {
        long ticket = ticket();
        return switch (followed.deliver()) {
            case DONE -> rest(ticket, BETWEEN_LOOKS);
            case WAITING -> rest(0, BETWEEN_LOOKS);
            case BUSY -> rest(0, Duration.ZERO);
        };
    }

    private long ticket() {
        lock.lock();
        try {
            news = false;
            return asked;
        } finally {
            lock.unlock();
        }
    }

    private boolean rest(long ticket, Duration pause) {
        lock.lock();
        try {
            if (ticket > done) {
                done = ticket;
                changed.signalAll();
            }
            long left = pause.toNanos();
            while (!news && !closed && left > 0) {
                left = changed.awaitNanos(left);
            }
            return !closed;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** The thread, to see that it ends. */
    Thread thread() {
        return thread;
    }
}
