package org.momo4j.core.pass;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.momo4j.api.provider.MomentumMethodProvider;
import org.momo4j.api.provider.OptimizerProvider;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.step.NonFiniteStepException;
import org.momo4j.api.step.Optimizer;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.ParameterLayout;
import org.momo4j.bounds.KnownBound;
import org.momo4j.core.momo.MomoAdamMethod;
import org.momo4j.core.momo.MomoMethod;
import org.momo4j.core.momo.MomoProvider;
import org.momo4j.core.momo.variant.MomoNesterov;
import org.momo4j.core.momo.variant.MomoRmsProp;

/** The vectors of a caller are the caller's: an optimizer that lives on does not keep their memory alive. */
class KeepsNothingTest {
    static Stream<MomentumMethodProvider<?>> methods() {
        return Stream.of(new MomoMethod(), new MomoAdamMethod(), new MomoRmsProp(), new MomoNesterov());
    }

    @ParameterizedTest
    @MethodSource("methods")
    @DisplayName("parameters and gradient can be given up after a step, and after one that was refused")
    void givenUp(MomentumMethodProvider<?> method) throws InterruptedException {
        for (double element : new double[]{1, Double.NaN}) {
            Optimizer optimizer = create(new MomoProvider<>(method));
            for (WeakReference<FlatVector> vector : step(optimizer, element)) {
                assertTrue(isGivenUp(vector), "kept after a gradient of " + element);
            }
            Reference.reachabilityFence(optimizer);
        }
    }

    /** A method of its own, so that no variable holds the vectors. */
    private static List<WeakReference<FlatVector>> step(Optimizer optimizer, double element) {
        FlatVector params = FlatVector.of(1, 2, 3);
        FlatVector gradient = FlatVector.of(element, 1, 1);
        if (Double.isNaN(element)) {
            assertThrows(NonFiniteStepException.class, () -> optimizer.step(params, gradient, 1));
        } else {
            optimizer.step(params, gradient, 1);
        }
        return List.of(new WeakReference<>(params), new WeakReference<>(gradient));
    }

    private static boolean isGivenUp(WeakReference<FlatVector> vector) throws InterruptedException {
        for (int attempt = 0; attempt < 20 && vector.get() != null; attempt++) {
            System.gc();
            Thread.sleep(5);
        }
        return vector.get() == null;
    }

    private static <P> Optimizer create(OptimizerProvider<P> provider) {
        return provider.create(provider.hyperParameters().defaults(), new Setting(ParameterLayout.flat(3),
                ElementType.FLOAT64, k -> 0.1, new KnownBound(0), new SplittableRandom(0)));
    }
}
