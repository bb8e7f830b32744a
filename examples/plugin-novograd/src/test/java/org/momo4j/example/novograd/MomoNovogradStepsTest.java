package org.momo4j.example.novograd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.step.Optimizer;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.ParameterLayout;
import org.momo4j.bounds.KnownBound;
import org.momo4j.core.momo.MomoProvider;
import org.momo4j.testkit.step.OptimizerContract;
import org.momo4j.testkit.step.OptimizerSubject;

/** What every optimizer promises, of the steps that MoMo takes with the method; and two tensors by hand. */
class MomoNovogradStepsTest implements OptimizerContract {
    private final MomoProvider<MomoNovograd.Parameters> provider = new MomoProvider<>(new MomoNovograd());

    /** Where the cap acts, and where it does not. A tensor is scaled as a whole, so that the order of parameters matters. */
    @Override
    public Stream<OptimizerSubject> subjects() {
        var defaults = provider.hyperParameters().defaults();
        return Stream.of(OptimizerSubject.of(provider, defaults, 0.1).dependentOnOrder(),
                OptimizerSubject.of(provider, defaults, 1e6).dependentOnOrder());
    }

    /** At the first step D = |g| of each tensor. Where the cap acts, each tensor moves by α along its normalised gradient. */
    @Test
    void theFirstStepNormalisesEveryTensor() {
        ParameterLayout layout = ParameterLayout.builder().tensor("weights", 2).tensor("bias", 1).build();
        Optimizer optimizer = provider.create(provider.hyperParameters().defaults(),
                new Setting(layout, ElementType.FLOAT64, k -> 1e-3, new KnownBound(0), new Random(0)));
        FlatVector params = FlatVector.of(0, 0, 0);
        optimizer.step(params, FlatVector.of(3, -4, 100), 10);
        assertEquals(-0.6e-3, params.get(0), 1e-11);
        assertEquals(0.8e-3, params.get(1), 1e-11);
        assertEquals(-1e-3, params.get(2), 1e-11);
    }
}
