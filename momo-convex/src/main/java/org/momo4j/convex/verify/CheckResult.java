package org.momo4j.convex.verify;

import org.momo4j.api.theory.Trial;

/**
 * One statement on one trial.
 *
 * @param problem   name of the problem
 * @param optimizer the method and its settings
 * @param check     name of the statement
 * @param expected  whether theory expects it to hold there
 * @param holds     whether what theory expects was seen: a negative control holds only if its violation was seen
 * @param value     what was measured
 * @param limit     the largest value with which the statement holds
 */
public record CheckResult(String problem, String optimizer, String check, Expected expected, boolean holds,
        double value,
        double limit) {
    /** What theory expects. */
    public enum Expected {
        /** The statement holds. */
        HOLDS,
        /** A hypothesis is missing on purpose, and the statement fails. */
        VIOLATED
    }

    /** Judges a measured value: NaN never satisfies a limit, and is no evidence of a violation either. */
    static CheckResult judge(String problem, String optimizer, String check, Expected expected, double value,
            double limit) {
        boolean holds = expected == Expected.HOLDS ? value <= limit : value > limit;
        return new CheckResult(problem, optimizer, check, expected, holds, value, limit);
    }

    /** Judges a measured value on a trial. */
    static CheckResult of(Trial trial, String check, Expected expected, double value, double limit) {
        return judge(trial.problem().name(), trial.optimizer(), check, expected, value, limit);
    }
}
