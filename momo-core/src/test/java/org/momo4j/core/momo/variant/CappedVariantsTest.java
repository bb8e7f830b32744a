package org.momo4j.core.momo.variant;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.momo4j.api.method.LearningRate;
import org.momo4j.api.provider.MomentumMethodProvider;
import org.momo4j.api.provider.OptimizerProvider;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.step.Acted;
import org.momo4j.api.step.Optimizer;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.ParameterLayout;
import org.momo4j.bounds.KnownBound;
import org.momo4j.core.baseline.adaptive.AdaBelief;
import org.momo4j.core.baseline.adaptive.AdaBound;
import org.momo4j.core.baseline.adaptive.AdaGrad;
import org.momo4j.core.baseline.adaptive.AmsGrad;
import org.momo4j.core.baseline.adaptive.Recordings;
import org.momo4j.core.baseline.adaptive.RmsProp;
import org.momo4j.core.baseline.adaptive.Yogi;
import org.momo4j.core.momo.MomoProvider;

/** Where the cap acts, MoMo on top of a method is that method. */
class CappedVariantsTest {
    /** A loss so far above the bound that the adaptive term never is the smaller one. */
    private static final double LOSS = 1e9;
    private final Recordings recordings = new Recordings();

    static Stream<Arguments> pairs() {
        Map<String, Object> plain = Map.of("beta1", 0.0);
        return Stream.of(Arguments.of(new MomoRmsProp(), plain, new RmsProp()),
                Arguments.of(new MomoAdaGrad(), plain, new AdaGrad()),
                Arguments.of(new MomoAmsGrad(), Map.of(), new AmsGrad()),
                Arguments.of(new MomoAdaBelief(), Map.of(), new AdaBelief()),
                Arguments.of(new MomoAdaBound(), Map.of(), new AdaBound()),
                Arguments.of(new MomoYogi(), Map.of(), new Yogi()));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    @DisplayName("with a small cap the iterates are the classical method's, at all defaults of both")
    <P, Q> void isTheClassicalMethod(MomentumMethodProvider<P> method, Map<String, Object> values,
            OptimizerProvider<Q> classical) {
        MomoProvider<P> provider = new MomoProvider<>(method);
        Optimizer momo = provider.create(provider.hyperParameters().read(values), setting(k -> 0.003));
        Optimizer other = classical.create(classical.hyperParameters().defaults(), setting(k -> 0.003));
        FlatVector x = FlatVector.of(Recordings.start());
        FlatVector y = x.copy();
        for (int k = 1; k <= Recordings.STEPS; k++) {
            FlatVector g = FlatVector.of(recordings.gradient(k));
            assertEquals(Acted.CAP, momo.step(x, g, LOSS).acted());
            other.step(y, g, LOSS);
            for (int i = 0; i < x.size(); i++) {
                assertEquals(y.get(i), x.get(i), 1e-13, "x_" + i + " after step " + k);
            }
        }
    }

    /** torch steps along g + β buf with buf = β buf + g, which is ρ_k/(1 − β) times what MoMo's cap steps along. */
    @Test
    @DisplayName("MoMo-Nesterov with the cap 0.01 ρ_k/(1 - β) is torch's SGD with Nesterov's momentum")
    void nesterov() {
        MomoProvider<MomoNesterov.Parameters> provider = new MomoProvider<>(new MomoNesterov());
        Optimizer momo = provider.create(
                provider.hyperParameters().read(Map.of("beta", 0.9, "averaging", "bias-corrected")),
                setting(k -> 0.01 * (1 - Math.pow(0.9, k + 1)) / (1 - 0.9)));
        FlatVector x = FlatVector.of(Recordings.start());
        for (int k = 1; k <= Recordings.STEPS; k++) {
            assertEquals(Acted.CAP, momo.step(x, FlatVector.of(recordings.gradient(k)), LOSS).acted());
            double[] expected = recordings.params("nesterov", k);
            for (int i = 0; i < expected.length; i++) {
                assertEquals(expected[i], x.get(i), 1e-12 * Math.max(1, Math.abs(expected[i])), "step " + k);
            }
        }
    }

    private static Setting setting(LearningRate rate) {
        return new Setting(ParameterLayout.flat(5), ElementType.FLOAT64, rate, new KnownBound(0), new Random(0));
    }
}
