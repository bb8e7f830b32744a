package org.momo4j.lab.result.compare;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.inference.MannWhitneyUTest;
import org.apache.commons.math3.stat.ranking.NaturalRanking;
import org.apache.commons.math3.util.CombinatoricsUtils;

/**
 * The two-sided Mann-Whitney U test of two samples. Exact for few values, by all ways to divide their ranks (ties share theirs);
 * by the normal approximation where there are more than {@value #MOST_DIVISIONS} of them.
 */
final class RankTest {
    /** What is enumerated at most. */
    static final int MOST_DIVISIONS = 200_000;
    private static final double ROUNDING = 1e-9;

    private RankTest() {}

    /** The probability of ranks that differ as much or more when both samples are of one kind; NaN if one has no values. */
    static double probability(List<Double> first, List<Double> second) {
        if (first.isEmpty() || second.isEmpty()) {
            return Double.NaN;
        }
        return divisions(first.size(), second.size()) <= MOST_DIVISIONS
                ? exact(first, second)
                : new MannWhitneyUTest().mannWhitneyUTest(array(first), array(second));
    }

    /** The smallest probability that so many values can have: that of samples without overlap. */
    static double least(int first, int second) {
        return first == 0 || second == 0 ? 1 : Math.min(1, 2 / divisions(first, second));
    }

    private static double divisions(int first, int second) {
        return Math.exp(CombinatoricsUtils.binomialCoefficientLog(first + second, first));
    }

    private static double exact(List<Double> first, List<Double> second) {
        double[] ranks = new NaturalRanking().rank(array(Stream.concat(first.stream(), second.stream()).toList()));
        int n = first.size();
        double expected = n * (ranks.length + 1) / 2.0;
        double seen = 0;
        for (int i = 0; i < n; i++) {
            seen += ranks[i];
        }
        long all = 0;
        long asFar = 0;
        Iterator<int[]> divisions = CombinatoricsUtils.combinationsIterator(ranks.length, n);
        while (divisions.hasNext()) {
            double sum = 0;
            for (int i : divisions.next()) {
                sum += ranks[i];
            }
            all++;
            asFar += Math.abs(sum - expected) >= Math.abs(seen - expected) - ROUNDING ? 1 : 0;
        }
        return (double) asFar / all;
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
