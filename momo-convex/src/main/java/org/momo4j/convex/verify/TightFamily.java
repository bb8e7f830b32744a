package org.momo4j.convex.verify;

import java.util.List;
import java.util.function.LongFunction;
import org.momo4j.api.theory.Problem;

/**
 * Problems on which T3 is tight for β = 0: the resisting max-coordinate function (MATH.md section 5, Tightness).
 *
 * @param name      of the family
 * @param problem   the problem for a run of K steps; each has a dimension of at least K
 * @param steps     the K of each run: one run measured on a geometric grid, or one run for every K
 * @param predicted the exponent of the gap
 * @param equality  whether the bound of T3 is attained exactly at K
 */
public record TightFamily(String name, LongFunction<Problem> problem, List<Long> steps, double predicted,
        boolean equality) {
    /** Largest difference between fitted and predicted exponent. */
    static final double EXPONENT_TOLERANCE = 0.02;
    /** Largest relative difference from an equality: rounding errors of K steps. */
    static final double EQUALITY_TOLERANCE = 1e-9;

    /** The same family, with runs of at most this many steps. */
    public TightFamily upTo(long most) {
        List<Long> shorter = steps.stream().map(k -> Math.min(k, most)).distinct().toList();
        return new TightFamily(name, problem, shorter, predicted, equality);
    }
}
