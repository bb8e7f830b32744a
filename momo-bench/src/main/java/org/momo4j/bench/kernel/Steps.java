package org.momo4j.bench.kernel;

/** A kernel on vectors of its own, ready to be repeated: every step costs what the first did. */
@FunctionalInterface
public interface Steps {
    /** Makes so many steps, one after the other. */
    void make(long count);
}
