package org.momo4j.bench.kernel;

/** Work on a part of a range. */
@FunctionalInterface
interface Range {
    /** Elements {@code from} to {@code to - 1}. */
    void work(long from, long to);
}
