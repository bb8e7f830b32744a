package org.momo4j.convex.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.momo4j.api.theory.PathCheck;
import org.momo4j.api.theory.Problem;
import org.momo4j.api.theory.Trial;

/** Negative controls: a hypothesis is taken away, and exactly the checks that need it must fail. */
final class ControlTrials {
    /** One violation must be seen, not a rate: so many steps and runs are enough, and fewer may not be. */
    private static final long STEPS = 2000;
    private static final int SEEDS = 3;
    /** How far the bound is moved, as a fraction of the first gap. */
    private static final double OFFSET = 0.1;

    private final Statements statements;
    private final PathRuns runs;

    ControlTrials(Statements statements, PathRuns runs) {
        this.statements = statements;
        this.runs = runs;
    }

    List<Supplier<Verification>> submit(Plan plan) {
        List<Supplier<Verification>> submitted = new ArrayList<>();
        for (Subject subject : plan.subjects()) {
            if (MovingAverage.of(subject.averaging()).isEmpty()) {
                continue; // a method without a rate takes steps that shrink before a control bites
            }
            for (Problem problem : plan.controls()) {
                submitted.add(submit(Control.NO_INTERPOLATION, problem, subject, 0)); // no loss is negative
            }
            for (Problem problem : plan.boundControls()) {
                for (Control control : List.of(Control.BOUND_BELOW, Control.BOUND_ABOVE)) {
                    double offset = control.sign() * OFFSET * Gaps.first(problem);
                    submitted.add(submit(control, problem, subject, problem.optimalValue() + offset));
                }
            }
        }
        return submitted;
    }

    private Supplier<Verification> submit(Control control, Problem problem, Subject subject, double bound) {
        Trial trial = new Trial(problem, subject.label(Double.POSITIVE_INFINITY) + " (" + control.label() + ")",
                subject.averaging(), Double.POSITIVE_INFINITY, bound, STEPS, SEEDS);
        List<PathCheck> judged = statements.paths().stream().filter(c -> control.expected().containsKey(c.name()))
                .toList();
        Supplier<List<PathRun.Result>> paths = runs.submit(trial, subject, judged, Grid.upTo(STEPS));
        return () -> {
            List<CheckResult> seen = new ArrayList<>();
            for (int i = 0; i < judged.size(); i++) {
                String name = judged.get(i).name();
                seen.add(CheckResult.of(trial, name, control.expected().get(name), PathRun.Result.worst(paths.get(), i),
                        0));
            }
            return new Verification(List.of(), seen);
        };
    }
}
