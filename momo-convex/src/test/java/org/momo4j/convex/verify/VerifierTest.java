package org.momo4j.convex.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongToDoubleFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.momo4j.api.theory.Check;
import org.momo4j.api.theory.Problem;
import org.momo4j.bounds.KnownBound;
import org.momo4j.convex.testbed.Entry;
import org.momo4j.convex.testbed.TestBed;
import org.momo4j.convex.verify.CheckResult.Expected;
import org.momo4j.core.averaging.BiasCorrectedAverage;
import org.momo4j.core.averaging.FirstSampleAverage;
import org.momo4j.core.averaging.HeavyBall;
import org.momo4j.core.averaging.UniformAverage;
import org.momo4j.core.momo.MomoAdamMethod;
import org.momo4j.core.momo.MomoMethod;
import org.momo4j.core.momo.MomoProvider;

class VerifierTest {
    private static final List<Check> CHECKS = ServiceLoader.load(Check.class).stream().map(ServiceLoader.Provider::get)
            .toList();
    private static final List<Subject> SUBJECTS = List.of(momo(Map.of("beta", 0.0)), momo(Map.of("beta", 0.9)));

    @Test
    @DisplayName("sound code passes, and every check of the table was made")
    void soundCodePasses() {
        Verification verification = verify(0, 2);
        assertEquals(List.of(), verification.checks().stream().filter(c -> !c.holds()).toList());
        assertEquals(List.of("T1", "T2", "T3", "T4", "certificate", "equality", "exponent", "step"),
                verification.checks().stream().map(CheckResult::check).distinct().sorted().toList());
    }

    @Test
    @DisplayName("a bound above f* is seen by T2 alone of the three, a bound below by T1 and the certificate alone")
    void boundOffset() {
        assertEquals(List.of("T2"), failedPathChecks(verify(0.1, 2)));
        assertEquals(List.of("T1", "certificate"), failedPathChecks(verify(-0.1, 2)));
    }

    @Test
    @DisplayName("the number of threads changes nothing, not one bit")
    void jobs() {
        assertEquals(verify(0, 1).checks(), verify(0, 3).checks());
    }

    @Test
    @DisplayName("progress ends at the total")
    void progress() {
        AtomicInteger total = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        verifier().verify(plan(0, 2), new Progress() {
            @Override
            public void total(int runs) {
                total.set(runs);
            }

            @Override
            public void done() {
                done.incrementAndGet();
            }
        });
        assertTrue(total.get() > 0);
        assertEquals(total.get(), done.get());
    }

    @Test
    @DisplayName("NaN neither satisfies a limit nor is evidence of a violation")
    void notANumber() {
        assertFalse(CheckResult.judge("p", "o", "c", Expected.HOLDS, Double.NaN, 1).holds());
        assertFalse(CheckResult.judge("p", "o", "c", Expected.VIOLATED, Double.NaN, 1).holds());
        assertTrue(CheckResult.judge("p", "o", "c", Expected.VIOLATED, Double.POSITIVE_INFINITY, 1).holds());
    }

    @Test
    @DisplayName("a method whose metric varies, or that decays, claims nothing")
    void claims() {
        assertEquals(Optional.empty(), Subject.of(new MomoProvider<>(new MomoAdamMethod()), Map.of()));
        assertEquals(Optional.empty(), Subject.of(new MomoProvider<>(new MomoMethod()), Map.of("weightDecay", 0.1)));
        assertEquals("momo beta=0.5", momo(Map.of("beta", 0.5)).label());
    }

    @Test
    @DisplayName("T3 and T4 recognise the two moving averages, and no other averaging")
    void movingAverages() {
        assertEquals(Optional.of(new MovingAverage(0.9, true)), MovingAverage.of(new FirstSampleAverage(0.9)));
        assertEquals(Optional.of(new MovingAverage(0.9, false)), MovingAverage.of(new BiasCorrectedAverage(0.9)));
        assertEquals(Optional.of(new MovingAverage(0, true)), MovingAverage.of(new FirstSampleAverage(0)));
        assertEquals(Optional.empty(), MovingAverage.of(new HeavyBall(0.9)));
        assertEquals(Optional.empty(), MovingAverage.of(new UniformAverage()));
    }

    @Test
    @DisplayName("the grid is geometric, without repetitions, and ends at K")
    void grid() {
        long[] grid = Grid.upTo(1000);
        assertEquals(1, grid[0]);
        assertEquals(1000, grid[grid.length - 1]);
        for (int i = 1; i < grid.length; i++) {
            assertTrue(grid[i] > grid[i - 1]);
        }
        assertEquals(1, Grid.upTo(1).length);
    }

    @Test
    @DisplayName("an exact power law is fitted exactly; noise widens the interval around it; gaps of zero are left out")
    void exponent() {
        Curve.Exponent exact = fit(k -> 3 * Math.pow(k, -0.7));
        assertEquals(-0.7, exact.slope(), 1e-12);
        assertTrue(exact.high() - exact.low() < 1e-10);
        Curve.Exponent noisy = fit(k -> 3 * Math.pow(k, -0.7) * Math.exp(0.1 * Math.sin(17 * k)));
        assertTrue(noisy.low() < -0.7 && -0.7 < noisy.high() && noisy.high() - noisy.low() > 1e-3);
        assertTrue(Double.isNaN(fit(k -> 0).slope()));
    }

    private static Curve.Exponent fit(LongToDoubleFunction gap) {
        List<Curve.Point> points = new ArrayList<>();
        for (long k : Grid.upTo(100_000)) {
            points.add(new Curve.Point(k, gap.applyAsDouble(k), 1, 1, 0, 0, 1));
        }
        return Gaps.fit(points, 0, -0.7);
    }

    private static List<String> failedPathChecks(Verification verification) {
        return verification.checks().stream().filter(c -> !c.holds() && !c.problem().startsWith("max-coordinate"))
                .map(CheckResult::check).filter(List.of("T1", "T2", "certificate")::contains).distinct().sorted()
                .toList();
    }

    private static Verification verify(double offset, int jobs) {
        return verifier().verify(plan(offset, jobs), Progress.NONE);
    }

    private static Verifier verifier() {
        return new Verifier(CHECKS, KnownBound::new);
    }

    private static Plan plan(double offset, int jobs) {
        Map<String, Problem> problems = TestBed.entries().stream()
                .filter(e -> List.of("least-squares", "least-squares-shifted", "absolute-loss", "least-squares-noisy")
                        .contains(e.name()))
                .collect(Collectors.toMap(Entry::name, e -> e.build().get()));
        List<Problem> sound = List.of(problems.get("least-squares"), problems.get("least-squares-shifted"),
                problems.get("absolute-loss"));
        TightFamily uniform = new TightFamily("max-coordinate uniform", n -> TestBed.tightUniform((int) n),
                List.of(10L, 100L, 1000L), -0.5, true);
        TightFamily power = new TightFamily("max-coordinate power", n -> TestBed.tight(0.1, (int) n), List.of(1000L),
                -0.6, false);
        return new Plan(sound, List.of(problems.get("least-squares-noisy")), sound, List.of(uniform, power), SUBJECTS,
                SUBJECTS.subList(0, 1), 1000, 3, offset, jobs);
    }

    private static Subject momo(Map<String, Object> values) {
        return Subject.of(new MomoProvider<>(new MomoMethod()), values).orElseThrow();
    }
}
