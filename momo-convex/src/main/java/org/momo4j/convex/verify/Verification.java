package org.momo4j.convex.verify;

import java.util.List;

/**
 * All that a verification found.
 *
 * @param problems what was measured on each problem
 * @param checks   every statement on every trial
 */
public record Verification(List<ProblemResult> problems, List<CheckResult> checks) {
    /** Number of checks that do not hold. */
    public long failed() {
        return checks.stream().filter(c -> !c.holds()).count();
    }
}
