package org.momo4j.bench.timing;

import java.util.List;
import org.momo4j.bench.kernel.Kernel;

/**
 * Results of one point, and how near each comes to the ceiling.
 *
 * @param results of all kernels, the ceiling among them
 */
public record Ranking(List<Result> results) {
    /**
     * A ranking.
     *
     * @throws IllegalArgumentException if the ceiling is missing, or the results are of several points
     */
    public Ranking {
        results = List.copyOf(results);
        if (results.stream().map(Result::point).distinct().count() != 1) {
            throw new IllegalArgumentException("results of several points cannot be compared");
        }
        ceiling(results);
    }

    private static Result ceiling(List<Result> results) {
        return results.stream().filter(r -> r.kernel() == Kernel.AXPY).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the ceiling " + Kernel.AXPY + " was not measured"));
    }

    /**
     * (bytes a step has to move / its time) / (bytes of axpy / time of axpy). Both times are medians over the same rounds,
     * in which the kernels took turns: a slow drift of the machine is in both, one disturbed round in neither, and the
     * ratio can be computed again from what is shown. A median of the rounds' ratios could not, and one round's ratio has
     * the noise of two short times.
     */
    public double ceilingRatio(Result result) {
        return result.gigabytesPerSecond() / ceiling(results).gigabytesPerSecond();
    }
}
