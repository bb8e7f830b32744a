package org.momo4j.convex.testbed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.momo4j.api.objective.Batch;
import org.momo4j.api.objective.Objective;
import org.momo4j.api.objective.Optimum;
import org.momo4j.api.theory.Finding;
import org.momo4j.api.theory.Hypothesis;
import org.momo4j.api.theory.Problem;
import org.momo4j.api.vector.FlatVector;

class TestBedTest {
    private static final int POINTS = 20;

    private static List<Problem> all() {
        List<Problem> all = new ArrayList<>(TestBed.interpolating());
        all.addAll(TestBed.controls());
        all.add(TestBed.tight(0.1, 500));
        all.add(TestBed.tightUniform(50));
        return all;
    }

    @TestFactory
    List<DynamicTest> everyProblemIsWhatItSays() {
        return all().stream().map(p -> DynamicTest.dynamicTest(p.name(), () -> check(p))).toList();
    }

    private static void check(Problem problem) {
        Objective f = problem.objective().get();
        FlatVector minimiser = FlatVector.of(problem.minimiser());
        assertEquals(problem.optimalValue(), f.evaluate(minimiser).loss(), 1e-13);
        FlatVector x = minimiser.zerosLike();
        f.start(0, x);
        assertEquals(problem.radius(), distance(x, minimiser), 1e-12 * problem.radius());
        assertEquals(Hypothesis.values().length,
                problem.findings().stream().map(Finding::hypothesis).collect(Collectors.toSet()).size());
        assertTrue(problem.batchSize() >= 1 && problem.batchSize() <= 10);
        assertTrue(problem.minimiserExcess() >= 0);
        assertEquals(problem.satisfies(Hypothesis.SMOOTH), !Double.isNaN(problem.smoothness()));
        Random random = new Random(1);
        double squares = 0;
        for (int k = 0; k < POINTS; k++) {
            squares = Math.max(squares, check(problem, f, minimiser, onSphere(minimiser, problem.radius(), random),
                    random));
        }
        squares = Math.max(squares, check(problem, f, minimiser, x, random));
        assertTrue(Math.sqrt(squares) <= problem.gradientBound(),
                "second moment " + Math.sqrt(squares) + ", G = " + problem.gradientBound());
    }

    /** One point: E|g|², over all examples. */
    private static double check(Problem problem, Objective f, FlatVector minimiser, FlatVector x, Random random) {
        assertTrue(f.evaluate(x).loss() >= problem.optimalValue() - 1e-13);
        FlatVector g = x.zerosLike();
        FlatVector other = x.zerosLike();
        double squares = 0;
        FlatVector y = onSphere(minimiser, problem.radius() * random.nextDouble(), random);
        for (int s = 0; s < f.samples(); s++) {
            double loss = f.lossAndGradient(x, Batch.of(s), g);
            double there = f.lossAndGradient(y, Batch.of(s), other);
            double norm = 0;
            double below = loss;
            double difference = 0;
            for (int j = 0; j < g.size(); j++) {
                norm += g.get(j) * g.get(j);
                below += g.get(j) * (y.get(j) - x.get(j));
                difference += Math.pow(g.get(j) - other.get(j), 2);
            }
            squares += norm / f.samples();
            assertTrue(there >= below - 1e-11 * (1 + Math.abs(loss)), "no subgradient: " + there + " < " + below);
            if (problem.satisfies(Hypothesis.SMOOTH)) {
                assertTrue(Math.sqrt(difference) <= problem.smoothness() * distance(x, y) * (1 + 1e-9));
            }
            if (problem.satisfies(Hypothesis.INTERPOLATION)) {
                assertTrue(loss >= problem.optimalValue());
            }
        }
        return squares;
    }

    private static FlatVector onSphere(FlatVector centre, double radius, Random random) {
        FlatVector x = centre.zerosLike();
        for (int j = 0; j < x.size(); j++) {
            x.set(j, random.nextGaussian());
        }
        double length = distance(x, x.zerosLike());
        for (int j = 0; j < x.size(); j++) {
            x.set(j, centre.get(j) + radius * x.get(j) / length);
        }
        return x;
    }

    private static double distance(FlatVector x, FlatVector y) {
        double sum = 0;
        for (int j = 0; j < x.size(); j++) {
            sum += Math.pow(x.get(j) - y.get(j), 2);
        }
        return Math.sqrt(sum);
    }

    @Test
    void interpolatingProblemsSatisfyAllThatTheoremsAsk() {
        List<Problem> problems = TestBed.interpolating();
        for (Problem problem : problems) {
            for (Hypothesis hypothesis : Set.of(Hypothesis.CONVEX, Hypothesis.INTERPOLATION, Hypothesis.EXACT_BOUND,
                    Hypothesis.INDEPENDENT_SAMPLES, Hypothesis.BOUNDED_SECOND_MOMENT)) {
                assertTrue(problem.satisfies(hypothesis), problem.name() + " " + hypothesis);
            }
            assertTrue(problem.minimiserExcess() <= 1e-12);
        }
        assertTrue(problems.stream().filter(p -> p.name().startsWith("breast-cancer")).count() >= 3);
    }

    /** G R/√K at K = 10^4 lies below f(x_1) − f*: else T3 would say nothing of runs that stay where they start. */
    @Test
    void theRateSaysSomething() {
        for (Problem problem : TestBed.interpolating()) {
            Objective f = problem.objective().get();
            FlatVector x = FlatVector.of(problem.minimiser()).zerosLike();
            f.start(0, x);
            double gap = f.evaluate(x).loss() - problem.optimalValue();
            double bound = problem.gradientBound() * problem.radius() / 100;
            assertTrue(bound <= 0.7 * gap, problem.name() + ": bound " + bound + ", first gap " + gap);
        }
    }

    @Test
    void certificatesSayHowOptimaWereFound() {
        List<String> computed = List.of("least-squares-noisy", "breast-cancer-logistic", "least-squares-wide",
                "breast-cancer-least-squares", "breast-cancer-squared-hinge", "breast-cancer-absolute-loss");
        for (Problem problem : all()) {
            Objective f = problem.objective().get();
            Optimum optimum = f.optimum().orElseThrow();
            double excess = f.evaluate(FlatVector.of(problem.minimiser())).loss() - optimum.value();
            if (computed.contains(problem.name())) {
                assertFalse(optimum.certificate().kind().equals("closed-form"), problem.name());
                assertTrue(optimum.certificate().gap() <= 1e-12, problem.name() + " " + optimum.certificate());
            }
            if (problem.satisfies(Hypothesis.INTERPOLATION)) {
                assertTrue(excess <= optimum.certificate().gap(), problem.name() + " " + optimum.certificate());
            }
        }
    }

    @Test
    void controlsDoNotInterpolate() {
        for (Problem problem : TestBed.controls()) {
            assertFalse(problem.satisfies(Hypothesis.INTERPOLATION));
            assertTrue(problem.minimiserExcess() > 0.1);
        }
    }

    @Test
    void namesAreUniqueAndThoseOfTheProblems() {
        List<Entry> entries = TestBed.entries();
        assertTrue(entries.size() >= 14);
        assertEquals(entries.size(), entries.stream().map(Entry::name).distinct().count());
        for (Entry entry : entries) {
            assertEquals(entry.name(), entry.build().get().name());
        }
    }

    @Test
    void tightFamiliesAreAsInMathMd() {
        assertEquals("max-coordinate eps=0.1", TestBed.tight(0.1, 10).name());
        assertEquals(Math.pow(10, -0.6), TestBed.tight(0.1, 10).minimiser()[9], 1e-15);
        assertEquals(1, TestBed.tightUniform(10).radius(), 1e-15);
        assertThrows(IllegalArgumentException.class, () -> TestBed.tight(0, 10));
    }
}
