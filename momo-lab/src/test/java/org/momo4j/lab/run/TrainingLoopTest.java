package org.momo4j.lab.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.momo4j.api.objective.Batch;
import org.momo4j.api.objective.Objective;
import org.momo4j.api.provider.Choice;
import org.momo4j.api.step.RunListener;
import org.momo4j.api.step.StepReport;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.convex.sampling.Sampler;
import org.momo4j.convex.sampling.Shuffled;
import org.momo4j.lab.experiment.Outcome;
import org.momo4j.lab.experiment.Outcome.Status;
import org.momo4j.lab.experiment.RunPlan;
import org.momo4j.lab.experiment.Training;
import org.momo4j.lab.experiment.Training.EvaluationGrid;
import org.momo4j.lab.experiment.Training.Length;
import org.momo4j.lab.experiment.Training.Stopping;
import org.momo4j.lab.experiment.Training.Unit;

class TrainingLoopTest {
    private static final EvaluationGrid EVERY_STEP = new EvaluationGrid(EvaluationGrid.Kind.REGULAR, 1, Unit.STEPS);

    private final Assembly assembly = new Assembly(Plans.installed());

    /** A run that is over. */
    private static final class Told implements RunListener {
        private final List<StepReport> steps = new ArrayList<>();
        private final Map<Long, Map<String, Double>> evaluations = new LinkedHashMap<>();

        @Override
        public void step(StepReport report) {
            steps.add(report);
        }

        @Override
        public void evaluated(long k, Map<String, Double> metrics) {
            evaluations.put(k, metrics);
        }
    }

    private record Over(TrainingLoop loop, Outcome outcome, Told told) {}

    private Over run(RunPlan plan) throws NotApplicableException {
        Told told = new Told();
        TrainingLoop loop = new TrainingLoop(plan, assembly.of(plan), new Stopwatch(), told);
        Optional<Outcome> outcome = loop.begin();
        while (outcome.isEmpty()) {
            outcome = loop.step();
        }
        return new Over(loop, outcome.get(), told);
    }

    private static RunPlan plan(String optimizer, double rate, Training training) {
        return Plans.plan("run", optimizer, rate, 5, training);
    }

    private static Training training(int accumulate, double clip, Length length, EvaluationGrid grid,
            Stopping stopping) {
        return new Training(ElementType.FLOAT64, 20, Training.Sampling.SHUFFLE, accumulate, clip, length, grid,
                stopping,
                100, 1);
    }

    /** x_1 = 0, d_1 = g_1, then d = 0.9 d + 0.1 g: SGD-M by hand. */
    @Test
    void accumulationAndClippingAreThoseOfAHandWrittenLoop() throws NotApplicableException {
        double rate = 0.5;
        double clip = 0.6;
        RunPlan plan = plan("sgd-m", rate, training(2, clip, new Length(12, Unit.STEPS), EVERY_STEP, Stopping.NEVER));
        Over over = run(plan);

        Objective objective = assembly.of(plan).objective();
        Sampler sampler = new Shuffled(200, 20, 5);
        double[] x = new double[10];
        double[] d = new double[10];
        boolean clipped = false;
        boolean whole = false;
        for (int k = 1; k <= 12; k++) {
            double[] g = new double[10];
            for (int part = 0; part < 2; part++) {
                FlatVector gradient = FlatVector.zeros(ElementType.FLOAT64, 10);
                objective.lossAndGradient(FlatVector.of(x), sampler.next(), gradient);
                for (int i = 0; i < 10; i++) {
                    g[i] += gradient.get(i) / 2;
                }
            }
            double norm = Math.sqrt(java.util.Arrays.stream(g).map(v -> v * v).sum());
            double factor = Math.min(1, clip / norm);
            clipped |= factor < 1;
            whole |= factor == 1;
            for (int i = 0; i < 10; i++) {
                d[i] = k == 1 ? factor * g[i] : 0.9 * d[i] + 0.1 * factor * g[i];
                x[i] -= rate * d[i];
            }
        }
        assertTrue(clipped && whole, "both are tested");
        for (int i = 0; i < 10; i++) {
            assertEquals(x[i], over.loop().params().get(i), 1e-14);
        }
    }

    /** Clipping multiplies the function of the step, loss and bound included: section 2 with b_k scaled. */
    @Test
    void clippingScalesAllAveragesOfMomo() throws NotApplicableException {
        double clip = 0.4;
        RunPlan plan = plan("momo", 10, training(1, clip, new Length(15, Unit.STEPS), EVERY_STEP, Stopping.NEVER));
        Over over = run(plan);

        Objective objective = assembly.of(plan).objective();
        Sampler sampler = new Shuffled(200, 20, 5);
        double[] x = new double[10];
        double[] d = new double[10];
        double lossAverage = 0;
        double gamma = 0;
        double rho = 0;
        boolean clipped = false;
        boolean whole = false;
        for (int k = 1; k <= 15; k++) {
            FlatVector gradient = FlatVector.zeros(ElementType.FLOAT64, 10);
            double loss = objective.lossAndGradient(FlatVector.of(x), sampler.next(), gradient);
            double[] g = gradient.toArray();
            double norm = Math.sqrt(java.util.Arrays.stream(g).map(v -> v * v).sum());
            double weight = Math.min(1, clip / norm);
            clipped |= weight < 1;
            whole |= weight == 1;
            double a = k == 1 ? 0 : 0.9;
            double b = (k == 1 ? 1 : 0.1) * weight;
            double inner = 0;
            double dx = 0;
            double dd = 0;
            for (int i = 0; i < 10; i++) {
                inner += g[i] * x[i];
                d[i] = a * d[i] + b * g[i];
                dx += d[i] * x[i];
                dd += d[i] * d[i];
            }
            lossAverage = a * lossAverage + b * loss;
            gamma = a * gamma + b * inner;
            rho = a * rho + b;
            double t = Math.max(0, lossAverage - gamma + dx) / dd;
            double tau = Math.min(10 / rho, t);
            StepReport report = over.told().steps.get(k - 1);
            assertEquals(tau, report.stepSize(), 1e-9 * tau);
            assertEquals(rho, report.rho(), 1e-12);
            assertEquals(lossAverage, report.lossAverage(), 1e-12 * Math.max(1, lossAverage));
            assertEquals(gamma, report.gamma(), 1e-10 * Math.max(1, Math.abs(gamma)));
            assertEquals(dx, report.directionDotParams(), 1e-10 * Math.max(1, Math.abs(dx)));
            for (int i = 0; i < 10; i++) {
                x[i] -= tau * d[i];
            }
        }
        assertTrue(clipped && whole, "both are tested");
    }

    @Test
    void aRunThatDivergesSaysWhenAndWhy() throws NotApplicableException {
        Over over = run(plan("sgd-m", 1000, Plans.training(20)));
        assertEquals(Status.DIVERGED, over.outcome().status());
        assertTrue(over.outcome().reason().matches("after step \\d+: the training loss is .*, above 1.*"),
                over.outcome().reason());
        assertTrue(over.outcome().step() < 200);
        assertEquals(over.outcome().step(), over.told().steps.size());
    }

    @Test
    void aLossThatIsNotFiniteEndsTheRunAtItsStep() throws NotApplicableException {
        EvaluationGrid never = new EvaluationGrid(EvaluationGrid.Kind.REGULAR, 1_000_000, Unit.STEPS);
        Over over = run(plan("sgd-m", 1e30, training(1, Double.POSITIVE_INFINITY, new Length(200, Unit.STEPS), never,
                Stopping.NEVER)));
        assertEquals(Status.DIVERGED, over.outcome().status());
        assertTrue(over.outcome().reason().startsWith("step " + (over.outcome().step() + 1) + " refused: "),
                over.outcome().reason());
        assertEquals(1, over.told().evaluations.size());
    }

    @Test
    void gapsAreThoseOfTheOptimum() throws NotApplicableException {
        Over over = run(plan("momo", 1, Plans.training(20)));
        assertEquals(new Outcome(Status.DONE, 200, "", over.outcome().seconds()), over.outcome());
        Map<String, Double> first = over.told().evaluations.getOrDefault(0L, Map.of());
        Map<String, Double> last = over.told().evaluations.getOrDefault(200L, Map.of());
        assertEquals(List.of("train_loss", "gap", "relative_gap"), List.copyOf(last.keySet()));
        assertEquals(1, first.getOrDefault("relative_gap", 0.0));
        assertEquals(last.getOrDefault("gap", 0.0) / first.getOrDefault("gap", 1.0),
                last.getOrDefault("relative_gap", 0.0));
        assertTrue(last.getOrDefault("relative_gap", 1.0) < 1e-3);
    }

    @Test
    void stoppingRulesEndARun() throws NotApplicableException {
        Over gap = stopped(new Stopping(0.1, 0, 0, Double.POSITIVE_INFINITY));
        assertEquals(Status.STOPPED_EARLY, gap.outcome().status());
        assertTrue(gap.outcome().reason().matches("the gap is \\S+, at most 0.1"), gap.outcome().reason());
        assertTrue(gap.told().evaluations.getOrDefault(gap.outcome().step(), Map.of()).getOrDefault("gap", 1.0) <= 0.1);

        Over gradient = stopped(new Stopping(0, 0.2, 0, Double.POSITIVE_INFINITY));
        assertTrue(gradient.outcome().reason().matches("the norm of the gradient is \\S+, at most 0.2"));
        FlatVector full = FlatVector.zeros(ElementType.FLOAT64, 10);
        assembly.of(plan("momo", 1, Plans.training(1))).objective().lossAndGradient(gradient.loop().params(),
                Batch.all(200), full);
        assertTrue(java.util.Arrays.stream(full.toArray()).map(v -> v * v).sum() <= 0.04);

        Over time = stopped(new Stopping(0, 0, 0, 1e-9));
        assertEquals(Status.TIMED_OUT, time.outcome().status());
        assertEquals(1, time.outcome().step());
        assertEquals(2, time.told().evaluations.size(), "evaluated before the first step and after the last");
    }

    @Test
    void patienceCountsEvaluationsWithoutANewLowestLoss() throws NotApplicableException {
        Over over = run(plan("sgd-m", 20, training(1, 1e-3, new Length(5000, Unit.STEPS), EVERY_STEP,
                new Stopping(0, 0, 4, Double.POSITIVE_INFINITY))));
        assertEquals(Status.STOPPED_EARLY, over.outcome().status(), over.outcome().reason());
        List<Double> losses = over.told().evaluations.values().stream().map(m -> m.getOrDefault("train_loss", 0.0))
                .toList();
        int lowest = losses.indexOf(losses.stream().min(Double::compare).orElseThrow());
        assertEquals(lowest + 4L, over.outcome().step());
    }

    private Over stopped(Stopping stopping) throws NotApplicableException {
        return run(plan("momo", 1, training(1, Double.POSITIVE_INFINITY, new Length(200, Unit.STEPS), EVERY_STEP,
                stopping)));
    }

    @Test
    void evaluationsFollowTheirGrid() throws NotApplicableException {
        assertEquals(List.of(0L, 7L, 14L, 20L), evaluated(1, 20, EvaluationGrid.Kind.REGULAR, 7, Unit.STEPS));
        assertEquals(List.of(0L, 10L, 20L, 25L), evaluated(1, 25, EvaluationGrid.Kind.REGULAR, 1, Unit.EPOCHS));
        assertEquals(List.of(0L, 4L, 7L, 10L), evaluated(3, 10, EvaluationGrid.Kind.REGULAR, 1, Unit.EPOCHS));
        assertEquals(List.of(0L, 1L, 10L, 100L), evaluated(1, 100, EvaluationGrid.Kind.GEOMETRIC, 4, Unit.STEPS));
        assertEquals(List.of(0L, 1L, 2L, 3L), evaluated(1, 3, EvaluationGrid.Kind.GEOMETRIC, 50, Unit.STEPS));
        assertEquals(List.of(0L, 1L), evaluated(1, 1, EvaluationGrid.Kind.GEOMETRIC, 1, Unit.STEPS));
    }

    private List<Long> evaluated(int accumulate, long steps, EvaluationGrid.Kind kind, long amount, Unit unit)
            throws NotApplicableException {
        Training training = training(accumulate, Double.POSITIVE_INFINITY, new Length(steps, Unit.STEPS),
                new EvaluationGrid(kind, amount, unit), Stopping.NEVER);
        return List.copyOf(run(plan("momo", 1, training)).told().evaluations.keySet());
    }

    @Test
    void partsThatDoNotGoTogetherAreNotApplicable() {
        RunPlan plan = new RunPlan("run", Plans.plan("", "momo", 1, 0, Plans.training(1)).objective(),
                new Choice("momo", Map.of("weightDecay", 0.1)),
                new Choice("constant", Map.of("rate", Double.POSITIVE_INFINITY)), Choice.of("known"), Plans.training(1),
                0, Map.of());
        String reason = String
                .valueOf(assertThrows(NotApplicableException.class, () -> assembly.of(plan)).getMessage());
        assertTrue(reason.contains("nfinit"), reason);
    }

    @Test
    void aDeterministicObjectiveIsOneBatch() throws NotApplicableException {
        RunPlan plan = new RunPlan("run", Choice.of("power-law-quadratic"), Choice.of("momo"), Choice.of("constant"),
                Choice.of("known"), Plans.training(20), 0, Map.of());
        assertEquals(20, run(plan).outcome().step());
    }

    @Test
    void objectivesAreKeptForTheNextRun() throws NotApplicableException {
        RunPlan first = plan("momo", 1, Plans.training(1));
        assertTrue(assembly.of(first).objective() == assembly.of(plan("adam", 1, Plans.training(2))).objective());
    }
}
