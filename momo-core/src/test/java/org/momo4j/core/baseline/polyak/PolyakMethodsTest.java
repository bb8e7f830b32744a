package org.momo4j.core.baseline.polyak;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.momo4j.api.method.Decay;
import org.momo4j.api.method.LowerBound;
import org.momo4j.api.method.MomentumMethod;
import org.momo4j.api.objective.Batch;
import org.momo4j.api.provider.OptimizerProvider;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.step.Acted;
import org.momo4j.api.step.Need;
import org.momo4j.api.step.Optimizer;
import org.momo4j.api.step.Sample;
import org.momo4j.api.step.StepReport;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.ParameterGroup;
import org.momo4j.api.vector.ParameterLayout;
import org.momo4j.bounds.KnownBound;
import org.momo4j.bounds.PerSampleBound;
import org.momo4j.core.averaging.FirstSampleAverage;
import org.momo4j.core.baseline.adaptive.Recordings;
import org.momo4j.core.momo.Momo;
import org.momo4j.core.preconditioner.IdentityPreconditioner;

/** Methods with Polyak's step against what their authors' code makes, closed forms, and MoMo without momentum. */
class PolyakMethodsTest {
    private static final double INF = Double.POSITIVE_INFINITY;
    private final Recordings recordings = new Recordings("classical.csv");

    static Stream<Arguments> recorded() {
        return Stream.of(Arguments.of("polyak", new Polyak(), INF, new KnownBound(0.25), Map.of()),
                Arguments.of("sps-max", new SpsMax(), 0.1, perSample(), Map.of("c", 0.5)),
                Arguments.of("sps-max-decay", new SpsMax(), 0.1, new KnownBound(0.25),
                        Map.of("c", 1, "weightDecay", 0.05)),
                Arguments.of("prox-sps", new ProxSps(), 0.1, new KnownBound(0.25), Map.of("weightDecay", 0.05)),
                Arguments.of("ali-g", new AliG(), 0.1, new KnownBound(0),
                        Map.of("momentum", 0.9, "delta", 0.01, "radius", 4)));
    }

    private static PerSampleBound perSample() {
        Recordings recordings = new Recordings("classical.csv");
        return new PerSampleBound(IntStream.rangeClosed(1, Recordings.STEPS).mapToDouble(recordings::bound).toArray());
    }

    @ParameterizedTest
    @MethodSource("recorded")
    @DisplayName("the iterates are those that optax or the authors' code made of the same losses, gradients and bounds")
    <P> void asOthersDo(String name, OptimizerProvider<P> provider, double rate, LowerBound bound,
            Map<String, Object> values) {
        Optimizer optimizer = create(provider, values, ParameterLayout.flat(5), rate, bound);
        FlatVector params = FlatVector.of(Recordings.start());
        Set<Acted> seen = EnumSet.noneOf(Acted.class);
        for (int k = 1; k <= Recordings.STEPS; k++) {
            Sample sample = new Indexed(recordings.loss(k), FlatVector.of(recordings.gradient(k)), k - 1);
            seen.add(optimizer.step(params, sample).acted());
            assertArrayEquals(recordings.params(name, k), params.toArray(), 1e-13, "after step " + k);
        }
        assertTrue(seen.contains(Acted.ADAPTIVE_TERM), "acted: " + seen);
        assertEquals(rate < INF, seen.contains(Acted.CAP), "acted: " + seen);
    }

    @Test
    @DisplayName("where the cap acts, ALI-G with momentum is torch's SGD with Nesterov's momentum")
    void cappedAliGIsNesterov() {
        Optimizer aliG = create(new AliG(), Map.of("momentum", 0.9, "weightDecay", 0.05), ParameterLayout.flat(5), 0.01,
                new KnownBound(0));
        FlatVector params = FlatVector.of(Recordings.start());
        for (int k = 1; k <= Recordings.STEPS; k++) {
            assertEquals(Acted.CAP, aliG.step(params, FlatVector.of(recordings.gradient(k)), 1e9).acted());
            assertArrayEquals(recordings.params("nesterov", k), params.toArray(), 1e-13, "after step " + k);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("polyak, and sps-max with c = 1, are MoMo with β = 0, to the bit where no sum is rounded")
    void specialCasesOfMomo(ElementType type) {
        SplittableRandom random = new SplittableRandom(1);
        Set<Acted> seen = EnumSet.noneOf(Acted.class);
        for (int trial = 0; trial < 300; trial++) {
            double rate = trial % 2 == 0 ? INF : 0.5;
            Setting setting = new Setting(ParameterLayout.flat(7), type, k -> rate, new KnownBound(-3), new Random(0));
            Optimizer classical = rate == INF
                    ? new Polyak().create(new Polyak.Parameters(0), setting)
                    : new SpsMax().create(new SpsMax.Parameters(1, 0), setting);
            Momo momo = new Momo(
                    new MomentumMethod(new FirstSampleAverage(0), new IdentityPreconditioner()), 0,
                    Decay.PROXIMAL, setting);
            double scale = trial % 5 == 0 ? 0 : 1;
            FlatVector x = whole(type, random, 1);
            FlatVector y = x.copy();
            FlatVector g = whole(type, random, scale);
            double loss = random.nextInt(-10, 60);
            StepReport expected = momo.step(x, g, loss);
            StepReport actual = classical.step(y, g, loss);
            assertArrayEquals(x.toArray(), y.toArray(), 0);
            assertEquals(expected.toString(), actual.toString());
            assertEquals(expected.adaptiveTerm(), actual.adaptiveTerm());
            assertEquals(expected.modelValue(), actual.modelValue());
            seen.add(actual.acted());
        }
        assertEquals(
                EnumSet.of(Acted.ADAPTIVE_TERM, Acted.CAP, Acted.ZERO_DIRECTION, Acted.MODEL_AT_BOUND), seen);
    }

    @Test
    @DisplayName("on a round quadratic Polyak's step halves the distance, and SPS_max with c = 1/2 arrives at once")
    void roundQuadratic() {
        FlatVector x = FlatVector.of(3, -5);
        Optimizer polyak = create(new Polyak(), Map.of(), ParameterLayout.flat(2), INF, new KnownBound(7));
        for (int k = 1; k <= 20; k++) {
            quadraticStep(polyak, x);
            assertArrayEquals(new double[]{1 + 2 * Math.scalb(1.0, -k), -1 - 4 * Math.scalb(1.0, -k)}, x.toArray());
        }
        FlatVector y = FlatVector.of(3, -5);
        quadraticStep(create(new SpsMax(), Map.of(), ParameterLayout.flat(2), 1, new KnownBound(7)), y);
        assertArrayEquals(new double[]{1, -1}, y.toArray());
    }

    /** On f(x) = 2 |x − (1, −1)|² + 7, whose values are exact for 25 such steps. */
    private static void quadraticStep(Optimizer optimizer, FlatVector x) {
        double first = x.get(0) - 1;
        double second = x.get(1) + 1;
        double loss = 2 * (first * first + second * second) + 7;
        optimizer.step(x, FlatVector.of(4 * first, 4 * second), loss);
    }

    @Test
    @DisplayName("ProxSPS minimises its proximal problem, which bisection on the dual minimises too")
    void proximalProblem() {
        SplittableRandom random = new SplittableRandom(2);
        Set<Acted> seen = EnumSet.noneOf(Acted.class);
        for (int trial = 0; trial < 200; trial++) {
            double alpha = Math.exp(random.nextDouble(-4, 2));
            double lambda = random.nextDouble(2);
            double fStar = random.nextDouble(-2, 1);
            double loss = random.nextDouble(3);
            double[] g = random.doubles(6, -1, 1).toArray();
            double[] x = random.doubles(6, -2, 2).toArray();
            FlatVector params = FlatVector.of(x);
            Optimizer proxSps = create(new ProxSps(), Map.of("weightDecay", lambda), ParameterLayout.flat(6), alpha,
                    new KnownBound(fStar));
            seen.add(proxSps.step(params, FlatVector.of(g), loss).acted());
            double low = 0;
            double high = 1;
            for (int i = 0; i < 60; i++) {
                double theta = (low + high) / 2;
                double slope = loss - fStar;
                for (int j = 0; j < 6; j++) {
                    slope += g[j] * (minimiser(x[j], g[j], theta, alpha, lambda) - x[j]);
                }
                low = slope > 0 ? theta : low;
                high = slope > 0 ? high : theta;
            }
            for (int j = 0; j < 6; j++) {
                assertEquals(minimiser(x[j], g[j], low, alpha, lambda), params.get(j), 1e-13);
            }
        }
        assertEquals(EnumSet.of(Acted.ADAPTIVE_TERM, Acted.CAP, Acted.MODEL_AT_BOUND), seen);
    }

    /** argmin_y of θ g y + (y − x)²/(2α) + λ/2 y²; θ is the weight of the plane, 1 − θ that of the bound. */
    private static double minimiser(double x, double g, double theta, double alpha, double lambda) {
        return (x / alpha - theta * g) / (1 / alpha + lambda);
    }

    @Test
    @DisplayName("an uncapped step ends where the plane of the sample, decay included, meets the bound, in the metric of the groups")
    void meetsTheBound() {
        SplittableRandom random = new SplittableRandom(3);
        ParameterLayout layout = ParameterLayout.builder().tensor("w", 4)
                .tensor("b", new ParameterGroup("b", OptionalDouble.of(0.5), 3), 3).build();
        for (int trial = 0; trial < 20; trial++) {
            double[] x = random.doubles(7, -1, 1).toArray();
            double[] g = random.doubles(7, -1, 1).toArray();
            FlatVector params = FlatVector.of(x);
            StepReport report = create(new Polyak(), Map.of("weightDecay", 0.25), layout, INF, new KnownBound(-1))
                    .step(params, FlatVector.of(g), 2);
            double plane = 2;
            for (int i = 0; i < 7; i++) {
                double lambda = i < 4 ? 0.25 : 0.5;
                double decayed = g[i] + lambda * x[i];
                plane += lambda / 2 * x[i] * x[i] + decayed * (params.get(i) - x[i]);
                assertEquals(-report.stepSize() * (i < 4 ? 1 : 3) * decayed, params.get(i) - x[i], 1e-14);
            }
            assertEquals(-1, plane, 1e-13);
        }
    }

    @Test
    @DisplayName("without a bound of its own a sample needs no indices; with one, it does")
    void needs() {
        assertEquals(Set.of(Need.LOSS), spsMax(1, new KnownBound(0)).needs());
        assertEquals(Set.of(Need.LOSS, Need.INDICES), spsMax(1, new PerSampleBound(0)).needs());
    }

    static Optimizer spsMax(double rate, LowerBound bound) {
        return create(new SpsMax(), Map.of("c", 1), ParameterLayout.flat(2), rate, bound);
    }

    static <P> Optimizer create(OptimizerProvider<P> provider, Map<String, Object> values, ParameterLayout layout,
            double rate, LowerBound bound) {
        return provider.create(provider.hyperParameters().read(values),
                new Setting(layout, ElementType.FLOAT64, k -> rate, bound, new Random(0)));
    }

    private static FlatVector whole(ElementType type, SplittableRandom random, double scale) {
        return FlatVector.of(type, random.ints(7, -4, 5).mapToDouble(i -> scale * i).toArray());
    }

    private record Indexed(double loss, FlatVector gradient, int index) implements Sample {
        @Override
        public Batch batch() {
            return Batch.of(index);
        }
    }
}
