package org.momo4j.convex.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.momo4j.api.method.LowerBound;
import org.momo4j.api.objective.Objective;
import org.momo4j.api.theory.Check;
import org.momo4j.api.theory.Finding;
import org.momo4j.api.theory.Hypothesis;
import org.momo4j.api.theory.PathCheck;
import org.momo4j.api.theory.Problem;
import org.momo4j.api.theory.RateCheck;
import org.momo4j.api.theory.Trial;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.convex.verify.CheckResult.Expected;

/**
 * Verifies the theory of MATH.md section 5: every check on every trial of a plan, the tight families, and the negative
 * controls. The result does not depend on the number of threads.
 */
public final class Verifier {
    /** Controls need one violation to be seen, not a rate: so many steps and runs are enough, and fewer may not be. */
    private static final long CONTROL_STEPS = 2000;
    private static final int CONTROL_SEEDS = 3;
    /** Where no mean is claimed every single run must pass, and a few tell as much as many. */
    private static final int PATH_SEEDS = 3;
    /** How far a control moves the bound, as a fraction of the first gap. */
    private static final double CONTROL_OFFSET = 0.1;

    private final List<Check> checks;
    private final DoubleFunction<LowerBound> knownBound;

    /**
     * A verifier.
     *
     * @param checks     the statements
     * @param knownBound makes a constant lower bound
     */
    public Verifier(List<Check> checks, DoubleFunction<LowerBound> knownBound) {
        this.checks = List.copyOf(checks);
        this.knownBound = knownBound;
    }

    /** Carries out a plan. */
    public Verification verify(Plan plan, Progress progress) {
        try (Runs runs = new Runs(plan.jobs(), progress)) {
            List<Supplier<Verification>> parts = new ArrayList<>();
            for (TightFamily family : plan.tight()) { // the longest runs first, so that no thread waits for them at the end
                for (Subject subject : plan.plain()) {
                    parts.add(tight(family, subject, plan, runs));
                }
            }
            for (Problem problem : plan.problems()) {
                parts.add(problem(problem, plan, runs));
            }
            controls(plan).forEach((trial) -> parts.add(control(trial, runs)));
            runs.submittedAll();
            List<ProblemResult> problems = new ArrayList<>();
            List<CheckResult> results = new ArrayList<>();
            for (Supplier<Verification> part : parts) {
                Verification verification = part.get();
                problems.addAll(verification.problems());
                results.addAll(verification.checks());
            }
            return new Verification(problems, results);
        }
    }

    private Supplier<Verification> problem(Problem exact, Plan plan, Runs runs) {
        Problem problem = offset(exact, plan.boundOffset());
        List<Supplier<TrialResult>> trials = new ArrayList<>();
        for (Subject subject : plan.subjects()) {
            for (double cap : caps(problem)) {
                double bound = problem.optimalValue() + plan.boundOffset();
                Trial trial = new Trial(problem, label(subject, cap), subject.averaging(), cap, bound, plan.steps(),
                        plan.seeds());
                trials.add(trial(claimsMean(trial) ? trial : trial.withPaths(Math.min(plan.seeds(), PATH_SEEDS)),
                        subject, runs));
            }
        }
        return () -> {
            List<Curve> curves = new ArrayList<>();
            List<CheckResult> results = new ArrayList<>();
            for (Supplier<TrialResult> trial : trials) {
                curves.add(trial.get().curve());
                results.addAll(trial.get().checks());
            }
            return new Verification(List.of(result(problem, curves)), results);
        };
    }

    /** A bound that was moved on purpose is not the exact one; the checks are made all the same, for that is what was asked. */
    private static Problem offset(Problem problem, double offset) {
        return offset == 0
                ? problem
                : problem.with(new Finding(Hypothesis.EXACT_BOUND, false,
                        "the bound used is f* = " + problem.optimalValue() + ", moved by " + offset));
    }

    /** What one trial gave. */
    private record TrialResult(Curve curve, List<CheckResult> checks) {}

    private Supplier<TrialResult> trial(Trial trial, Subject subject, Runs runs) {
        List<PathCheck> pathChecks = pathChecks().stream().filter(c -> c.appliesTo(trial)).toList();
        List<RateCheck> rateChecks = rateChecks().stream().filter(c -> c.appliesTo(trial)).toList();
        long[] grid = Grid.upTo(trial.steps());
        PathRun run = new PathRun(trial, subject, knownBound, pathChecks, grid);
        Supplier<List<PathRun.Result>> paths = runs.submit(seeds(trial.paths(), run));
        return () -> {
            List<PathRun.Result> results = paths.get();
            Gaps gaps = new Gaps(grid, results.stream().map(PathRun.Result::gaps).toList());
            List<CheckResult> judged = new ArrayList<>();
            for (int i = 0; i < pathChecks.size(); i++) {
                judged.add(judge(trial, pathChecks.get(i).name(), Expected.HOLDS, worst(results, i), 0));
            }
            Curve curve = gaps.curve(trial.optimizer(), k -> Double.NaN, floor(trial.problem()), Double.NaN);
            for (RateCheck check : rateChecks) {
                Curve bounded = gaps.curve(trial.optimizer(), k -> check.bound(trial, k), floor(trial.problem()),
                        Double.NaN);
                judged.add(judge(trial, check.name(), Expected.HOLDS, bounded.worstRatio(), 1));
                curve = Double.isNaN(curve.worstRatio()) || bounded.worstRatio() > curve.worstRatio() ? bounded : curve;
            }
            return new TrialResult(curve, judged);
        };
    }

    private record ControlTrial(Control control, Trial trial, Subject subject) {}

    /** Only methods with a rate spend any budget in the end: the steps of a uniform average shrink before a control bites. */
    private static List<Subject> controlled(Plan plan) {
        return plan.subjects().stream().filter(s -> MovingAverage.of(s.averaging()).isPresent()).toList();
    }

    private List<ControlTrial> controls(Plan plan) {
        List<ControlTrial> controls = new ArrayList<>();
        for (Subject subject : controlled(plan)) {
            for (Problem problem : plan.controls()) {
                controls.add(control(Control.NO_INTERPOLATION, problem, subject, 0)); // no loss is negative
            }
            for (Problem problem : plan.boundControls()) {
                for (Control control : List.of(Control.BOUND_BELOW, Control.BOUND_ABOVE)) {
                    double offset = control.sign() * CONTROL_OFFSET * gap(problem);
                    controls.add(control(control, problem, subject, problem.optimalValue() + offset));
                }
            }
        }
        return controls;
    }

    private static ControlTrial control(Control control, Problem problem, Subject subject, double bound) {
        Trial trial = new Trial(problem, label(subject, Double.POSITIVE_INFINITY) + " (" + control.label() + ")",
                subject.averaging(), Double.POSITIVE_INFINITY, bound, CONTROL_STEPS,
                CONTROL_SEEDS);
        return new ControlTrial(control, trial, subject);
    }

    private Supplier<Verification> control(ControlTrial control, Runs runs) {
        Trial trial = control.trial();
        List<PathCheck> judged = pathChecks().stream().filter(c -> control.control().expected().containsKey(c.name()))
                .toList();
        PathRun run = new PathRun(trial, control.subject(), knownBound, judged, Grid.upTo(trial.steps()));
        Supplier<List<PathRun.Result>> paths = runs.submit(seeds(trial.paths(), run));
        return () -> {
            List<PathRun.Result> results = paths.get();
            List<CheckResult> seen = new ArrayList<>();
            for (int i = 0; i < judged.size(); i++) {
                String name = judged.get(i).name();
                seen.add(judge(trial, name, control.control().expected().get(name), worst(results, i), 0));
            }
            return new Verification(List.of(), seen);
        };
    }

    private Supplier<Verification> tight(TightFamily family, Subject subject, Plan plan, Runs runs) {
        List<Trial> trials = new ArrayList<>();
        List<Supplier<List<PathRun.Result>>> paths = new ArrayList<>();
        for (long steps : family.steps()) {
            Problem problem = offset(family.problem().apply(steps), plan.boundOffset());
            Trial trial = new Trial(problem, label(subject, Double.POSITIVE_INFINITY), subject.averaging(),
                    Double.POSITIVE_INFINITY, problem.optimalValue() + plan.boundOffset(), steps, 1);
            long[] grid = family.steps().size() == 1 ? Grid.upTo(steps) : new long[]{steps};
            trials.add(trial);
            paths.add(runs.submit(seeds(1, new PathRun(trial, subject, knownBound, List.of(), grid))));
        }
        return () -> TightResult.of(family, trials, paths.stream().map(p -> p.get().getFirst().gaps()).toList());
    }

    private static List<Supplier<PathRun.Result>> seeds(int paths, PathRun run) {
        return LongStream.range(0, paths).mapToObj(seed -> (Supplier<PathRun.Result>) () -> run.run(seed)).toList();
    }

    private boolean claimsMean(Trial trial) {
        return rateChecks().stream().anyMatch(c -> c.appliesTo(trial));
    }

    private List<RateCheck> rateChecks() {
        return checks.stream().filter(RateCheck.class::isInstance).map(RateCheck.class::cast).toList();
    }

    private List<PathCheck> pathChecks() {
        return checks.stream().filter(PathCheck.class::isInstance).map(PathCheck.class::cast).toList();
    }

    private static double worst(List<PathRun.Result> results, int check) {
        return results.stream().mapToDouble(r -> r.excesses()[check]).reduce(Double.NEGATIVE_INFINITY, Math::max);
    }

    /** α = ∞, and a constant cap of half the step that a Polyak step takes at first: small enough to act. */
    private static double[] caps(Problem problem) {
        double cap = 0.5 * problem.radius() / problem.gradientBound();
        return new double[]{Double.POSITIVE_INFINITY, cap};
    }

    private static String label(Subject subject, double cap) {
        return subject.label() + " lr="
                + (cap == Double.POSITIVE_INFINITY ? "inf" : String.format(Locale.ROOT, "%.3g", cap));
    }

    /** The first gap, over all examples. */
    private static double gap(Problem problem) {
        Objective objective = problem.objective().get();
        FlatVector start = FlatVector.zeros(ElementType.FLOAT64, objective.layout().size());
        objective.start(0, start);
        return objective.evaluate(start).loss() - problem.optimalValue();
    }

    private static double floor(Problem problem) {
        return 64 * Math.ulp(Math.max(gap(problem), Math.abs(problem.optimalValue())));
    }

    private static ProblemResult result(Problem problem, List<Curve> curves) {
        Objective objective = problem.objective().get();
        return new ProblemResult(problem, objective.samples(), objective.layout().size(), curves);
    }

    private static CheckResult judge(Trial trial, String check, Expected expected, double value, double limit) {
        return CheckResult.judge(trial.problem().name(), trial.optimizer(), check, expected, value, limit);
    }
}
