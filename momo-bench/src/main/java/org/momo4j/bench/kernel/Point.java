package org.momo4j.bench.kernel;

import org.momo4j.api.vector.ElementType;

/**
 * Where kernels are compared.
 *
 * @param type    of all vectors
 * @param n       number of parameters
 * @param threads how many threads a step may use
 */
public record Point(ElementType type, long n, int threads) {
    /**
     * A point.
     *
     * @throws IllegalArgumentException if there is no parameter or no thread
     */
    public Point {
        if (n < 1) {
            throw new IllegalArgumentException("n is " + n + "; it must be at least 1");
        }
        if (threads < 1) {
            throw new IllegalArgumentException("threads is " + threads + "; it must be at least 1");
        }
    }
}
