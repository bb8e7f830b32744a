package org.momo4j.tracking.mlflow;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** All calls under way, and all pauses between them: one word stops them. */
final class Calls {
    private final Set<Flight<?>> underWay = ConcurrentHashMap.newKeySet();
    private final CountDownLatch stop = new CountDownLatch(1);

    /**
     * Begins a call.
     *
     * @throws Stopped if no more calls are made
     */
    <T> Flight<T> start(Supplier<Outcome<T>> call, Runnable letGo, Duration deadline) throws Stopped {
        if (isStopped()) {
            throw new Stopped();
        }
        underWay.removeIf(Flight::isOver);
        Flight<T> flight = new Flight<>(call, letGo, deadline);
        underWay.add(flight);
        if (isStopped()) { // while it began
            flight.abandon();
        }
        return flight;
    }

    /**
     * Does nothing for a while.
     *
     * @throws Stopped as soon as everything is stopped
     */
    void pause(Duration duration) throws Stopped {
        try {
            if (!stop.await(duration.toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new Stopped();
    }

    /** Abandons what is under way; there is nothing after it. */
    void stop() {
        stop.countDown();
        underWay.forEach(Flight::abandon);
    }

    /** Whether everything is over. */
    boolean isStopped() {
        return stop.getCount() == 0;
    }
}
