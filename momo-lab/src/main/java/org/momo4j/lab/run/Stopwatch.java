package org.momo4j.lab.run;

/** The seconds of optimisation: runs while steps are made, stands while anything else is done. */
public final class Stopwatch {
    private static final double NANOSECONDS = 1e9;

    private long nanoseconds;
    private long begun;

    /** Begins to run. */
    void start() {
        begun = System.nanoTime();
    }

    /** Stands still. */
    void stop() {
        nanoseconds += System.nanoTime() - begun;
    }

    /** Seconds so far; to be asked while it stands. */
    public double seconds() {
        return nanoseconds / NANOSECONDS;
    }

    /** Goes on from so many seconds. */
    void set(double seconds) {
        nanoseconds = Math.round(seconds * NANOSECONDS);
    }
}
