package org.momo4j.core.baseline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.momo4j.api.method.LearningRate;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.state.State;
import org.momo4j.api.step.Optimizer;
import org.momo4j.api.step.StepReport;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.ParameterGroup;
import org.momo4j.api.vector.ParameterLayout;
import org.momo4j.bounds.KnownBound;
import org.momo4j.core.baseline.adaptive.RmsProp;

/** The baselines against their published update rules, written out once more for one coordinate at a time. */
class BaselineTest {
    private static final ParameterLayout LAYOUT = ParameterLayout.builder().tensor("w", 3)
            .tensor("b", new ParameterGroup("b", OptionalDouble.of(0.02), 2), 2).build();

    @Test
    @DisplayName("SGD-M: d_1 = g_1, then d = β d + (1 - dampening) g; decay added to the gradient")
    void sgdM() {
        SgdM sgd = new SgdM(new SgdM.Parameters(0.8, 0.3, 0.05), setting());
        SplittableRandom random = new SplittableRandom(1);
        double[] x = {1, -2, 3, 0.5, -0.5};
        double[] d = new double[5];
        FlatVector params = FlatVector.of(x);
        for (int k = 1; k <= 40; k++) {
            double[] g = gradient(random);
            for (int i = 0; i < 5; i++) {
                double decayed = g[i] + (i < 3 ? 0.05 : 0.02) * x[i];
                d[i] = k == 1 ? decayed : 0.8 * d[i] + 0.7 * decayed;
                x[i] -= 0.1 * (i < 3 ? 1 : 2) * d[i];
            }
            sgd.step(params, FlatVector.of(g), 1);
            for (int i = 0; i < 5; i++) {
                assertEquals(x[i], params.get(i), 1e-13);
            }
        }
    }

    @Test
    @DisplayName("Adam: bias-corrected first and second moments; decay added to the gradient")
    void adam() {
        Adam adam = new Adam(new Adam.Parameters(0.9, 0.99, 1e-8, 0.05), setting());
        SplittableRandom random = new SplittableRandom(2);
        double[] x = {1, -2, 3, 0.5, -0.5};
        double[] m = new double[5];
        double[] v = new double[5];
        FlatVector params = FlatVector.of(x);
        for (int k = 1; k <= 40; k++) {
            double[] g = gradient(random);
            for (int i = 0; i < 5; i++) {
                double decayed = g[i] + (i < 3 ? 0.05 : 0.02) * x[i];
                m[i] = 0.9 * m[i] + 0.1 * decayed;
                v[i] = 0.99 * v[i] + 0.01 * decayed * decayed;
                double mHat = m[i] / (1 - Math.pow(0.9, k));
                double vHat = v[i] / (1 - Math.pow(0.99, k));
                x[i] -= 0.1 * (i < 3 ? 1 : 2) * mHat / (Math.sqrt(vHat) + 1e-8);
            }
            adam.step(params, FlatVector.of(g), 1);
            for (int i = 0; i < 5; i++) {
                assertEquals(x[i], params.get(i), 1e-13);
            }
        }
    }

    @Test
    @DisplayName("a state whose number of steps is none is refused, and the optimizer is as it was")
    void restoresOnlyWholeSteps() {
        SgdM sgd = new SgdM(new SgdM.Parameters(0.8, 0.3, 0.05), setting());
        sgd.step(FlatVector.of(1, 2, 3, 4, 5), FlatVector.of(1, 1, 1, 1, 1), 1);
        State passes = new SgdM(new SgdM.Parameters(0.8, 0.3, 0.05), setting()).state().child("passes");
        for (double k : new double[]{-3, 0.5, Double.NaN}) {
            State wrong = State.version(1).with("k", k).with("passes", passes);
            assertThrows(IllegalArgumentException.class, () -> sgd.restore(wrong));
        }
        assertEquals(1, sgd.state().scalar("k"));
        assertEquals(1 + 0.02 * 4, sgd.state().child("passes").vector("direction", ElementType.FLOAT64, 5).get(3),
                1e-15);
    }

    @Test
    @DisplayName("reports say the step, the loss, the rate, and what was taken of which direction")
    void reports() {
        SgdM sgd = new SgdM(new SgdM.Parameters(0.8, 0.8, 0), setting());
        Adam adam = new Adam(new Adam.Parameters(0.5, 0.75, 1e-8, 0), setting());
        FlatVector gradient = FlatVector.of(3, 0, 0, 0, 0);
        sgd.step(FlatVector.of(1, 1, 1, 0, 0), gradient, 7);
        StepReport report = sgd.step(FlatVector.of(1, 1, 1, 0, 0), gradient, 6);
        assertEquals(2, report.k());
        assertEquals(6, report.loss());
        assertEquals(0.1, report.learningRate());
        assertEquals(0.1, report.stepSize());
        assertEquals(3, report.directionNorm(), 1e-15);
        report = adam.step(FlatVector.of(1, 1, 1, 0, 0), gradient, 5);
        assertEquals(1, report.k());
        assertEquals(5, report.loss());
        assertEquals(0.1, report.learningRate());
        assertEquals(0.1 / (1 - 0.5), report.stepSize());
        assertEquals(Math.sqrt(1.5 * 1.5 / 3), report.directionNorm(), 1e-8, "d = (1 - 0.5) 3, D = 3");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    @DisplayName("a rate that is not positive and finite is refused when the optimizer is made, and when a schedule reaches it")
    void wrongRate(double rate) {
        SgdM.Parameters parameters = new SgdM.Parameters(0.8, 0.8, 0);
        assertEquals("learning rate at step 1 is " + rate + "; it must be in (0, inf)",
                assertThrows(IllegalArgumentException.class, () -> new SgdM(parameters, setting(k -> rate)))
                        .getMessage());
        SgdM sgd = new SgdM(parameters, setting(k -> k < 3 ? 0.1 : rate));
        FlatVector x = FlatVector.of(1, 2, 3, 4, 5);
        FlatVector gradient = FlatVector.of(1, 1, 1, 1, 1);
        sgd.step(x, gradient, 1);
        sgd.step(x, gradient, 1);
        double[] before = x.toArray();
        assertThrows(IllegalArgumentException.class, () -> sgd.step(x, gradient, 1));
        assertArrayEquals(before, x.toArray());
        assertEquals(2, sgd.state().scalar("k"));
    }

    static Stream<Supplier<Optimizer>> methods() {
        return Stream.of(() -> new SgdM(new SgdM.Parameters(0.8, 0.3, 0.05), setting()),
                () -> new Adam(new Adam.Parameters(0.9, 0.99, 1e-8, 0.05), setting()),
                () -> new RmsProp().create(new RmsProp.Parameters(0.9, 1e-8, 0), setting()));
    }

    @ParameterizedTest
    @MethodSource("methods")
    @DisplayName("a restored method goes on to the bit, from the start too")
    void restored(Supplier<Optimizer> method) {
        for (int before : new int[]{0, 4}) {
            SplittableRandom random = new SplittableRandom(3);
            Optimizer one = method.get();
            FlatVector x = FlatVector.of(1, -2, 3, 0.5, -0.5);
            steps(one, x, random, before);
            Optimizer other = method.get();
            steps(other, x.copy(), random.split(), 7);
            other.restore(one.state());
            FlatVector y = x.copy();
            steps(one, x, new SplittableRandom(4), 5);
            steps(other, y, new SplittableRandom(4), 5);
            assertArrayEquals(x.toArray(), y.toArray());
        }
    }

    private static void steps(Optimizer optimizer, FlatVector x, SplittableRandom random, int count) {
        for (int k = 0; k < count; k++) {
            optimizer.step(x, FlatVector.of(gradient(random)), 1);
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    @DisplayName("parameters and gradients of another size are refused, named")
    void otherSizes(Supplier<Optimizer> method) {
        FlatVector five = FlatVector.of(1, 1, 1, 1, 1);
        FlatVector four = FlatVector.of(1, 1, 1, 1);
        Optimizer optimizer = method.get();
        assertTrue(assertThrows(IllegalArgumentException.class, () -> optimizer.step(four, five, 1)).getMessage()
                .contains("params has 4"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> optimizer.step(five, four, 1)).getMessage()
                .contains("gradient has 4"));
    }

    private static Setting setting() {
        return setting(k -> 0.1);
    }

    private static Setting setting(LearningRate rate) {
        return new Setting(LAYOUT, ElementType.FLOAT64, rate, new KnownBound(0), new Random(0));
    }

    private static double[] gradient(SplittableRandom random) {
        return random.doubles(5, -1, 1).toArray();
    }
}
