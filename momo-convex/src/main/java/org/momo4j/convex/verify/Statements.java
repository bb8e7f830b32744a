package org.momo4j.convex.verify;

import java.util.List;
import org.momo4j.api.theory.Check;
import org.momo4j.api.theory.PathCheck;
import org.momo4j.api.theory.RateCheck;
import org.momo4j.api.theory.Trial;

/**
 * The statements to verify.
 *
 * @param paths statements about every single run
 * @param rates statements about means over runs
 */
record Statements(List<PathCheck> paths, List<RateCheck> rates) {
    static Statements of(List<Check> checks) {
        return new Statements(checks.stream().filter(PathCheck.class::isInstance).map(PathCheck.class::cast).toList(),
                checks.stream().filter(RateCheck.class::isInstance).map(RateCheck.class::cast).toList());
    }

    /** Those that speak of this trial. */
    Statements about(Trial trial) {
        return new Statements(paths.stream().filter(c -> c.appliesTo(trial)).toList(),
                rates.stream().filter(c -> c.appliesTo(trial)).toList());
    }
}
