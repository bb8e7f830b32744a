package org.momo4j.core.momo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.momo4j.api.method.Averaging;
import org.momo4j.api.provider.MomentumMethodProvider;
import org.momo4j.core.averaging.BiasCorrectedAverage;
import org.momo4j.core.averaging.FirstSampleAverage;
import org.momo4j.core.averaging.LookAhead;
import org.momo4j.core.momo.variant.MomoNesterov;
import org.momo4j.core.momo.variant.MomoRmsProp;

class MomoProviderTest {
    @Test
    @DisplayName("an optimizer is called, described and set up as its momentum method")
    void namedAsItsMethod() {
        MomoAdamMethod method = new MomoAdamMethod();
        var provider = new MomoProvider<>(method);
        assertEquals(method.name(), provider.name());
        assertEquals(method.description(), provider.description());
        assertEquals(method.defaultLearningRate(), provider.defaultLearningRate());
        assertEquals(1, new MomoProvider<>(new MomoMethod()).defaultLearningRate());
    }

    @Test
    @DisplayName("the verifier may judge a method whose metric is the identity, by its averaging, unless it decays")
    void verifiable() {
        assertEquals(Optional.of(new FirstSampleAverage(0.8)), averaging(new MomoMethod(), Map.of("beta", 0.8)));
        assertEquals(Optional.of(new LookAhead(new BiasCorrectedAverage(0.8), 0.8)),
                averaging(new MomoNesterov(), Map.of("beta", 0.8, "averaging", "bias-corrected")));
        assertEquals(Optional.empty(), averaging(new MomoMethod(), Map.of("weightDecay", 0.1)));
        assertEquals(Optional.empty(), averaging(new MomoAdamMethod(), Map.of()));
        assertEquals(Optional.empty(), averaging(new MomoRmsProp(), Map.of()));
    }

    private static <P> Optional<Averaging> averaging(MomentumMethodProvider<P> method, Map<String, ?> values) {
        var provider = new MomoProvider<>(method);
        return provider.verifiableAveraging(provider.hyperParameters().read(values));
    }
}
