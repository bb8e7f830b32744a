package org.momo4j.core.baseline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.momo4j.api.provider.OptimizerProvider;
import org.momo4j.api.provider.Provider;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.state.State;
import org.momo4j.api.step.Need;
import org.momo4j.api.step.NonFiniteStepException;
import org.momo4j.api.step.Optimizer;
import org.momo4j.api.step.StepReport;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.ParameterGroup;
import org.momo4j.api.vector.ParameterLayout;
import org.momo4j.bounds.OnlineBound;
import org.momo4j.core.baseline.adaptive.AdaBelief;
import org.momo4j.core.baseline.adaptive.AdaBound;
import org.momo4j.core.baseline.adaptive.AdaGrad;
import org.momo4j.core.baseline.adaptive.AmsGrad;
import org.momo4j.core.baseline.adaptive.RmsProp;
import org.momo4j.core.baseline.adaptive.Yogi;
import org.momo4j.core.baseline.free.DAdaptAdam;
import org.momo4j.core.baseline.free.Dog;
import org.momo4j.core.baseline.free.Prodigy;
import org.momo4j.core.baseline.polyak.AliG;
import org.momo4j.core.baseline.polyak.Polyak;
import org.momo4j.core.baseline.polyak.ProxSps;
import org.momo4j.core.baseline.polyak.SpsMax;
import org.momo4j.core.baseline.schedulefree.ScheduleFreeAdamW;
import org.momo4j.core.baseline.schedulefree.ScheduleFreeSgd;
import org.momo4j.testkit.Bits;
import org.momo4j.testkit.WrongState;

/**
 * What every baseline remembers, refuses and reports, at its default learning rate and on five parameters: quick enough to
 * be run against every mutant. {@code OptimizersContractTest} asks for more, and takes longer.
 */
class BaselinesTest {
    /** Three parameters in w and two in b, with twice the rate and no decay. */
    private static final ParameterLayout LAYOUT = ParameterLayout.builder().tensor("w", 3)
            .tensor("b", new ParameterGroup("b", OptionalDouble.of(0), 2), 2).build();

    /**
     * A baseline.
     *
     * @param provider provides it
     * @param values   hyper-parameters that are not the defaults
     * @param share    d_1 = share g_1 is the first direction that it reports the norm of; NaN where it reports none
     * @param stride   what multiplies −τ_1 D_1^-1 d_1 in the first step
     */
    private record Baseline(OptimizerProvider<?> provider, Map<String, Object> values, double share, double stride) {
        Optimizer create(ElementType type) {
            return create(provider, values, type);
        }

        private static <P> Optimizer create(OptimizerProvider<P> provider, Map<String, Object> values,
                ElementType type) {
            double rate = provider.defaultLearningRate();
            return provider.create(provider.hyperParameters().read(values),
                    new Setting(LAYOUT, type, k -> rate, new OnlineBound(-1), new Random(0)));
        }

        @Override
        public String toString() {
            return provider.name() + " " + values;
        }
    }

    private static Baseline baseline(OptimizerProvider<?> provider, double share) {
        return new Baseline(provider, Map.of(), share, 1);
    }

    private static Stream<Baseline> baselines() {
        double none = Double.NaN;
        return Stream.of(baseline(new Sgd(), 1), baseline(new SgdM.Provider(), 1), baseline(new Nesterov(), 1 + 0.9),
                baseline(new Adam.Provider(), 0.1),
                new Baseline(new AdamW(), Map.of("weightDecay", 0), 0.1, 1), baseline(new Lion.Provider(), 0.1),
                baseline(new RmsProp(), 1), baseline(new AdaGrad(), 1), baseline(new AmsGrad(), 0.1),
                baseline(new AdaBelief(), 0.1), baseline(new AdaBound(), 0.1), baseline(new Yogi(), 0.1),
                baseline(new Polyak(), 1), baseline(new SpsMax(), 1), baseline(new ProxSps(), 1),
                baseline(new AliG(), 1),
                new Baseline(new AliG(), Map.of("momentum", 0.9, "radius", 100), 1, 1 + 0.9),
                baseline(new Dog.Provider(), 1),
                new Baseline(new Dog.Provider(), Map.of("averaging", Double.POSITIVE_INFINITY), 1, 1),
                baseline(new DAdaptAdam.Provider(), none), baseline(new Prodigy.Provider(), none),
                baseline(new ScheduleFreeSgd(), 1), baseline(new ScheduleFreeAdamW(), 1));
    }

    static Stream<Arguments> inBothTypes() {
        return baselines().flatMap(baseline -> Arrays.stream(ElementType.values())
                .map(type -> Arguments.of(baseline, type)));
    }

    /** Those that are judged elsewhere than at their parameters. */
    static Stream<Baseline> averaging() {
        return baselines().filter(baseline -> Set.of("dog", "schedule-free-sgd", "schedule-free-adamw")
                .contains(baseline.provider.name()));
    }

    @Test
    @DisplayName("the table has every baseline that is installed")
    void complete() {
        Set<String> installed = new HashSet<>();
        for (OptimizerProvider<?> provider : ServiceLoader.load(OptimizerProvider.class)) {
            if (provider.getClass().getName().startsWith("org.momo4j.core.baseline.")) {
                installed.add(provider.name());
            }
        }
        assertEquals(installed, baselines().map(Baseline::provider).map(Provider::name).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("inBothTypes")
    @DisplayName("restored after 7 steps, or before the first, it goes on to the bit")
    void goesOn(Baseline baseline, ElementType type) {
        for (int before : new int[]{0, 7}) {
            Optimizer one = baseline.create(type);
            FlatVector x = start(type);
            steps(one, x, new SplittableRandom(1), before);
            Optimizer other = baseline.create(type);
            steps(other, elsewhere(type), new SplittableRandom(2), 3);
            other.restore(one.state());
            FlatVector y = x.copy();
            SplittableRandom random = new SplittableRandom(3);
            for (int k = before + 1; k <= before + 5; k++) {
                assertSame("judged before step " + k, judged(one, x), judged(other, y));
                FlatVector gradient = gradient(type, random);
                StepReport report = one.step(x, gradient, 2 + k);
                assertEquals(k, report.k());
                Bits.assertSame("report of step " + k, Bits.of(report), Bits.of(other.step(y, gradient, 2 + k)));
                assertSame("parameters after step " + k, x, y);
            }
            Bits.assertSame("state at the end", Bits.of(one.state()), Bits.of(other.state()));
        }
    }

    @ParameterizedTest
    @MethodSource("inBothTypes")
    @DisplayName("a state with anything wrong is refused whole")
    void wrongStates(Baseline baseline, ElementType type) {
        Optimizer target = baseline.create(type);
        steps(target, start(type), new SplittableRandom(1), 7);
        Optimizer other = baseline.create(type);
        steps(other, elsewhere(type), new SplittableRandom(2), 3);
        State state = other.state();
        WrongState.assertRefused(target, state);
        target.restore(state);
        Bits.assertSame("state that was restored", Bits.of(state), Bits.of(target.state()));
    }

    @ParameterizedTest
    @MethodSource("inBothTypes")
    @DisplayName("vectors of another size or type and values that are not finite are refused, and nothing has changed")
    void wrongVectors(Baseline baseline, ElementType type) {
        ElementType otherType = type == ElementType.FLOAT32 ? ElementType.FLOAT64 : ElementType.FLOAT32;
        for (int before : new int[]{0, 7}) {
            Optimizer optimizer = baseline.create(type);
            FlatVector x = start(type);
            steps(optimizer, x, new SplittableRandom(1), before);
            FlatVector good = gradient(type, new SplittableRandom(4));
            for (int size : new int[]{0, 4, 6}) {
                FlatVector wrong = FlatVector.zeros(type, size);
                assertRefused("params has " + size + " elements; 5", optimizer, x,
                        () -> optimizer.step(wrong, good, 1));
                assertRefused("gradient has " + size + " elements; 5", optimizer, x, () -> optimizer.step(x, wrong, 1));
            }
            FlatVector wrong = FlatVector.zeros(otherType, 5);
            assertRefused("params is " + otherType, optimizer, x, () -> optimizer.step(wrong, good, 1));
            assertRefused("gradient is " + otherType, optimizer, x, () -> optimizer.step(x, wrong, 1));
            for (int at : new int[]{0, 4}) {
                FlatVector nan = good.copy();
                nan.set(at, Double.NaN);
                assertRefused(NonFiniteStepException.class, optimizer, x, () -> optimizer.step(x, nan, 1));
                FlatVector infinite = x.copy();
                infinite.set(at, Double.POSITIVE_INFINITY);
                assertRefused(NonFiniteStepException.class, optimizer, x, () -> optimizer.step(infinite, good, 1));
            }
            assertEquals(before + 1, optimizer.step(x, good, 1).k());
        }
    }

    @ParameterizedTest
    @MethodSource("averaging")
    @DisplayName("it is judged at its parameters before the first step; points of another size or type are refused, named")
    void evaluationPoint(Baseline baseline) {
        ElementType type = ElementType.FLOAT64;
        for (int before : new int[]{0, 7}) {
            Optimizer optimizer = baseline.create(type);
            FlatVector x = start(type);
            if (before == 0) {
                assertSame("judged before the first step", x, judged(optimizer, x));
            }
            steps(optimizer, x, new SplittableRandom(1), before);
            FlatVector out = start(type);
            for (int size : new int[]{4, 6}) {
                FlatVector wrong = FlatVector.zeros(type, size);
                assertRefused("params has " + size, optimizer, x, () -> optimizer.evaluationPoint(wrong, out));
                assertRefused("out has " + size, optimizer, x, () -> optimizer.evaluationPoint(x, wrong));
                assertSame("a vector that was refused", FlatVector.zeros(type, size), wrong);
            }
            FlatVector wrong = FlatVector.zeros(ElementType.FLOAT32, 5);
            assertRefused("params is " + ElementType.FLOAT32, optimizer, x,
                    () -> optimizer.evaluationPoint(wrong, out));
            assertRefused("out is " + ElementType.FLOAT32, optimizer, x, () -> optimizer.evaluationPoint(x, wrong));
            assertSame("where the point of wrong parameters would have been put", start(type), out);
        }
    }

    @ParameterizedTest
    @MethodSource("baselines")
    @DisplayName("the first report agrees with the step: x_2 = x_1 − τ_1 D_1^-1 d_1, d_1 a share of g_1, |d_1| in D_1^-1")
    void report(Baseline baseline) {
        Optimizer optimizer = baseline.create(ElementType.FLOAT64);
        FlatVector before = start(ElementType.FLOAT64);
        FlatVector x = before.copy();
        FlatVector gradient = gradient(ElementType.FLOAT64, new SplittableRandom(5));
        StepReport report = optimizer.step(x, gradient, 3);
        double descent = 0;
        for (int i = 0; i < 5; i++) {
            descent += gradient.get(i) * (before.get(i) - x.get(i));
        }
        assertTrue(descent > 0, "descent is " + descent);
        double normSquared = baseline.share * descent / (baseline.stride * report.stepSize());
        assertEquals(Math.sqrt(normSquared), report.directionNorm(), 1e-8);
        assertEquals(1, report.k());
        assertEquals(3, report.loss());
        assertEquals(baseline.provider.defaultLearningRate(), report.learningRate());
        boolean usesLoss = baseline.provider.getClass().getPackageName().endsWith(".polyak");
        assertEquals(usesLoss ? Set.of(Need.LOSS) : Set.of(), optimizer.needs());
    }

    private static void assertRefused(String named, Optimizer optimizer, FlatVector x, Executable refused) {
        String message = assertRefused(IllegalArgumentException.class, optimizer, x, refused).getMessage();
        assertTrue(message.startsWith(named), message + " does not begin with " + named);
    }

    private static <E extends Exception> E assertRefused(Class<E> refusal, Optimizer optimizer, FlatVector x,
            Executable refused) {
        Bits state = Bits.of(optimizer.state());
        Bits params = Bits.of(x);
        E thrown = assertThrows(refusal, refused);
        Bits.assertSame("state after a refusal", state, Bits.of(optimizer.state()));
        Bits.assertSame("parameters after a refusal", params, Bits.of(x));
        return thrown;
    }

    private static void assertSame(String what, FlatVector expected, FlatVector actual) {
        Bits.assertSame(what, Bits.of(expected), Bits.of(actual));
    }

    private static FlatVector judged(Optimizer optimizer, FlatVector x) {
        FlatVector point = x.zerosLike();
        optimizer.evaluationPoint(x, point);
        return point;
    }

    /** One of them is 0: what divides by a parameter is seen. */
    private static FlatVector start(ElementType type) {
        return FlatVector.of(type, 1, -2, 0, 0.5, -0.5);
    }

    private static FlatVector elsewhere(ElementType type) {
        return FlatVector.of(type, 2, 1, -1, 3, 1);
    }

    private static FlatVector gradient(ElementType type, SplittableRandom random) {
        return FlatVector.of(type, random.doubles(5, -1, 1).toArray());
    }

    private static void steps(Optimizer optimizer, FlatVector x, SplittableRandom random, int count) {
        for (int k = 1; k <= count; k++) {
            optimizer.step(x, gradient(x.type(), random), 2 + k);
        }
    }
}
