package org.momo4j.convex.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Supplier;
import org.momo4j.api.method.LowerBound;
import org.momo4j.api.theory.Check;
import org.momo4j.api.theory.Problem;

/**
 * Verifies the theory of MATH.md section 5: every check on every trial of a plan, the tight families, and the negative
 * controls. The result does not depend on the number of threads.
 */
public final class Verifier {
    private final Statements statements;
    private final DoubleFunction<LowerBound> knownBound;

    /**
     * A verifier.
     *
     * @param checks     the statements
     * @param knownBound makes a constant lower bound
     */
    public Verifier(List<Check> checks, DoubleFunction<LowerBound> knownBound) {
        this.statements = Statements.of(checks);
        this.knownBound = knownBound;
    }

    /** Carries out a plan. */
    public Verification verify(Plan plan, Progress progress) {
        try (Runs pool = new Runs(plan.jobs(), progress)) {
            PathRuns runs = new PathRuns(pool, knownBound);
            // the longest runs first, so that no thread waits for them at the end
            List<Supplier<Verification>> parts = new ArrayList<>(new TightTrials(runs).submit(plan));
            ProblemTrials trials = new ProblemTrials(statements, runs);
            for (Problem problem : plan.problems()) {
                parts.add(trials.submit(problem, plan));
            }
            parts.addAll(new ControlTrials(statements, runs).submit(plan));
            pool.submittedAll();
            return join(parts);
        }
    }

    private static Verification join(List<Supplier<Verification>> parts) {
        List<ProblemResult> problems = new ArrayList<>();
        List<CheckResult> checks = new ArrayList<>();
        for (Supplier<Verification> part : parts) {
            Verification verification = part.get();
            problems.addAll(verification.problems());
            checks.addAll(verification.checks());
        }
        return new Verification(problems, checks);
    }
}
