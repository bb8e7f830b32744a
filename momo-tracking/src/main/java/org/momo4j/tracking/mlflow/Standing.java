package org.momo4j.tracking.mlflow;

import java.time.Duration;
import java.util.function.LongSupplier;

/** How a delivery stands: written by the thread of the uploader, read by all. */
final class Standing {
    private final LongSupplier durable;
    private volatile boolean settled;
    private volatile boolean aside;
    private volatile boolean open;
    private volatile long offset;
    private volatile long end = -1;
    private long notBefore = System.nanoTime();

    /** Of a journal of which so many bytes are there for good. */
    Standing(LongSupplier durable) {
        this.durable = durable;
    }

    /** How much of the journal is there for good. */
    long goal() {
        return durable.getAsLong();
    }

    /** Nothing will be added. */
    void settle() {
        settled = true;
    }

    /** Whether there is nothing to be done, now or later. */
    boolean isOver() {
        return settled && isDone(goal());
    }

    /** Whether so much is delivered, or cannot be. */
    boolean isDone(long goal) {
        return aside || goal == 0 || goal <= end || open && goal <= offset;
    }

    /** Whether so much is to be delivered now. */
    boolean isReady(long goal) {
        return !isDone(goal) && System.nanoTime() - notBefore >= 0;
    }

    /** Bytes to be delivered. */
    long waiting() {
        return aside ? 0 : Math.max(0, goal() - offset);
    }

    /** Whether it is given up until people do something. */
    boolean isAside() {
        return aside;
    }

    /** Whether the run is known to be on the server. */
    boolean isOpen() {
        return open;
    }

    /** The run is on the server, and so much is delivered. */
    void at(Position position) {
        offset = position.offset();
        open = true;
    }

    /** Whether the run is on the server must be seen. */
    void unknown() {
        open = false;
        offset = 0;
    }

    /** So much of the journal cannot be delivered at all. */
    void endsBefore(long goal) {
        end = goal;
    }

    /** Later. */
    void putOff(Duration pause) {
        notBefore = System.nanoTime() + pause.toNanos();
    }

    /** Not before people do something. */
    void setAside() {
        aside = true;
    }
}
