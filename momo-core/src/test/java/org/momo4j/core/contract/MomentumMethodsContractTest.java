package org.momo4j.core.contract;

import java.util.Map;
import java.util.stream.Stream;
import org.momo4j.api.method.DiagonalPreconditioner;
import org.momo4j.api.method.MomentumMethod;
import org.momo4j.api.provider.MomentumMethodProvider;
import org.momo4j.core.averaging.BiasCorrectedAverage;
import org.momo4j.core.metric.TestMetric;
import org.momo4j.core.momo.MomoAdamMethod;
import org.momo4j.core.momo.MomoMethod;
import org.momo4j.core.momo.variant.MomoAdaBelief;
import org.momo4j.core.momo.variant.MomoAdaBound;
import org.momo4j.core.momo.variant.MomoAdaGrad;
import org.momo4j.core.momo.variant.MomoAmsGrad;
import org.momo4j.core.momo.variant.MomoNesterov;
import org.momo4j.core.momo.variant.MomoRmsProp;
import org.momo4j.core.momo.variant.MomoShampoo;
import org.momo4j.core.momo.variant.MomoYogi;
import org.momo4j.testkit.method.MomentumMethodContract;
import org.momo4j.testkit.method.MomentumMethodSubject;

/** The table of momentum methods. */
class MomentumMethodsContractTest implements MomentumMethodContract {
    @Override
    public Stream<MomentumMethodSubject> subjects() {
        return Stream.of(subject(new MomoMethod(), Map.of()),
                subject(new MomoMethod(), Map.of("averaging", "bias-corrected")),
                subject(new MomoMethod(), Map.of("averaging", "heavy-ball")),
                subject(new MomoMethod(), Map.of("averaging", "uniform")), subject(new MomoMethod(), Map.of("beta", 0)),
                subject(new MomoAdamMethod(), Map.of()),
                subject(new MomoAdamMethod(), Map.of("beta2", 0.5, "epsilon", 1e-3)),
                subject(new MomoRmsProp(), Map.of()), subject(new MomoAdaGrad(), Map.of()),
                subject(new MomoAmsGrad(), Map.of()), subject(new MomoAdaBelief(), Map.of()),
                subject(new MomoAdaBound(), Map.of()), subject(new MomoYogi(), Map.of()),
                subject(new MomoNesterov(), Map.of()),
                subject(new MomoNesterov(), Map.of("averaging", "bias-corrected")),
                subject(new MomoShampoo(), Map.of()), subject(new MomoShampoo(), Map.of("rootInterval", 1)),
                subject(new MomoShampoo(), Map.of("maxDimension", 5)), diagonal(TestMetric.AMS_GRAD),
                diagonal(TestMetric.BELIEF));
    }

    private static MomentumMethodSubject diagonal(TestMetric metric) {
        return new MomentumMethodSubject("diagonal " + metric,
                (layout, type) -> new MomentumMethod(new BiasCorrectedAverage(0.9),
                        new DiagonalPreconditioner(metric, layout.size(), type)));
    }

    private static <P> MomentumMethodSubject subject(MomentumMethodProvider<P> provider, Map<String, Object> values) {
        return MomentumMethodSubject.of(provider, provider.hyperParameters().read(values));
    }
}
