package org.momo4j.tracking.mlflow;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.momo4j.tracking.mlflow.Outcome.Cause;

/**
 * A call under way, on a thread of its own that can be abandoned. The thread is virtual: to interrupt it closes the socket that
 * it is blocked on, whatever it does there (a blocked platform thread would not notice).
 *
 * @param <T> what the server answers with
 */
final class Flight<T> {
    private final CompletableFuture<Outcome<T>> result = new CompletableFuture<>();
    private final Duration deadline;
    private final Runnable letGo;
    private final long until;
    private final Thread thread;

    /**
     * Begins.
     *
     * @param call     throws nothing
     * @param letGo    closes what the call works with
     * @param deadline how long an answer is waited for
     */
    Flight(Supplier<Outcome<T>> call, Runnable letGo, Duration deadline) {
        this.deadline = deadline;
        this.letGo = letGo;
        until = System.nanoTime() + deadline.toNanos();
        thread = Thread.ofVirtual().name("momo-mlflow-call").start(() -> result.complete(call.get()));
    }

    /**
     * What became of it; waits for that until the deadline.
     *
     * @throws Stopped if it was abandoned
     */
    Outcome<T> outcome() throws Stopped {
        try {
            return result.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            abandon();
            return new Outcome.Failed<>(Cause.LATE, "no answer within " + deadline.toMillis() + " ms");
        } catch (CancellationException e) {
            throw new Stopped();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            abandon();
            Thread.currentThread().interrupt();
            throw new Stopped();
        }
    }

    /**
     * Waits for a while.
     *
     * @return whether it is over, so that {@link #outcome} will not wait
     */
    boolean isOverWithin(Duration most) {
        try {
            result.get(Math.min(most.toNanos(), Math.max(0, until - System.nanoTime())), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (CancellationException | ExecutionException e) {
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Waits no longer; the thread ends soon, and its connection is closed. */
    void abandon() {
        if (result.cancel(false)) {
            thread.interrupt();
            Thread.ofVirtual().name("momo-mlflow-letting-go").start(letGo); // a close may flush, and so block
        }
    }

    /** Whether nothing is waited for any more. */
    boolean isOver() {
        return result.isDone();
    }

    /** The thread, to see that it ends. */
    Thread thread() {
        return thread;
    }
}
