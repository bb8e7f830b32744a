package org.momo4j.bench.kernel;

import java.util.concurrent.locks.LockSupport;

/**
 * One thread of a {@link Team}, which waits for a part and works on it. It waits awake for some ten microseconds before it
 * sleeps: to be woken takes longer than a small part.
 */
final class Member implements Runnable {
    private static final int TURNS_AWAKE = 2000;

    private final Range range;
    private final Thread thread;
    private long from;
    private long to;
    private volatile long asked;
    private volatile long done;
    private volatile boolean closed;

    Member(Range range) {
        this.range = range;
        thread = Thread.ofPlatform().daemon().name("bench").unstarted(this);
    }

    void start() {
        thread.start();
    }

    /** Hands over a part; the one before must be done. */
    void ask(long from, long to) {
        this.from = from;
        this.to = to;
        asked = asked + 1;
        LockSupport.unpark(thread);
    }

    /** Waits until the part is done. */
    void await() {
        for (int turn = 0; done != asked; turn++) {
            if (turn < TURNS_AWAKE) {
                Thread.onSpinWait();
            } else {
                Thread.yield(); // there are more threads than processors
            }
        }
    }

    void close() {
        closed = true;
        LockSupport.unpark(thread);
    }

    @Override
    public void run() {
        while (!closed) {
            for (int turn = 0; done == asked && turn < TURNS_AWAKE; turn++) {
                Thread.onSpinWait();
            }
            if (done == asked) {
                LockSupport.park(this);
            } else {
                range.work(from, to);
                done = asked;
            }
        }
    }
}
