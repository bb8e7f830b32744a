package org.momo4j.core.momo.variant;

import org.momo4j.api.method.DiagonalPreconditioner;
import org.momo4j.api.method.MomentumMethod;
import org.momo4j.api.provider.HyperParameter;
import org.momo4j.api.provider.HyperParameters;
import org.momo4j.api.provider.MomentumMethodProvider;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.ParameterLayout;
import org.momo4j.core.averaging.BiasCorrectedAverage;
import org.momo4j.core.metric.AdaGradMetric;

/** The method {@code momo-adagrad}: bias-corrected averages and AdaGrad's metric ({@link AdaGradMetric}). */
public final class MomoAdaGrad implements MomentumMethodProvider<MomoAdaGrad.Parameters> {
    /**
     * Hyper-parameters.
     *
     * @param beta1 β of the averages
     * @param epsilon ε
     */
    public record Parameters(
            @HyperParameter(value = "momentum β of the averages", byDefault = "0.9", range = "[0, 1)") double beta1,
            @HyperParameter(value = "ε added to the root of the squared gradients", byDefault = "1e-10", range = "(0, inf)") double epsilon) {}

    @Override
    public String name() {
        return "momo-adagrad";
    }

    @Override
    public String description() {
        return "MoMo-AdaGrad: MoMo in the metric of AdaGrad (Duchi, Hazan, Singer, JMLR 2011)";
    }

    @Override
    public double defaultLearningRate() {
        return 0.1;
    }

    @Override
    public HyperParameters<Parameters> hyperParameters() {
        return HyperParameters.of(Parameters.class);
    }

    @Override
    public MomentumMethod create(Parameters parameters, ParameterLayout layout, ElementType type) {
        AdaGradMetric metric = new AdaGradMetric(parameters.epsilon());
        return new MomentumMethod(new BiasCorrectedAverage(parameters.beta1()),
                new DiagonalPreconditioner(metric, layout.size(), type));
    }
}
