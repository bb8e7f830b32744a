package org.momo4j.core.momo.variant;

import org.momo4j.api.method.MomentumMethod;
import org.momo4j.api.provider.HyperParameter;
import org.momo4j.api.provider.HyperParameters;
import org.momo4j.api.provider.MomentumMethodProvider;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.ParameterLayout;
import org.momo4j.core.averaging.BiasCorrectedAverage;
import org.momo4j.core.preconditioner.shampoo.ShampooPreconditioner;

/**
 * The method {@code momo-shampoo}: bias-corrected averages and Shampoo's Kronecker products, a metric that is not diagonal
 * ({@link ShampooPreconditioner}).
 */
public final class MomoShampoo implements MomentumMethodProvider<MomoShampoo.Parameters> {
    /**
     * Hyper-parameters.
     *
     * @param beta1        β of the averages
     * @param epsilon      ε
     * @param rootInterval how often roots are renewed
     * @param maxDimension which matrices have a Kronecker product
     */
    public record Parameters(
            @HyperParameter(value = "momentum β of the averages", byDefault = "0.9", range = "[0, 1)") double beta1,
            @HyperParameter(value = "ε, the multiple of I that the factors start from", byDefault = "1e-6", range = "(0, inf)") double epsilon,
            @HyperParameter(value = "roots of the factors are renewed once in so many steps", byDefault = "20", range = "[1, inf)") int rootInterval,
            @HyperParameter(value = "matrices with more rows or columns have a diagonal metric, as vectors do", byDefault = "256", range = "[1, inf)") int maxDimension) {}

    @Override
    public String name() {
        return "momo-shampoo";
    }

    @Override
    public String description() {
        return "MoMo-Shampoo: MoMo in the metric of Shampoo (Gupta, Koren, Singer, ICML 2018)";
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
        return new MomentumMethod(new BiasCorrectedAverage(parameters.beta1()), new ShampooPreconditioner(layout,
                parameters.epsilon(), parameters.rootInterval(), parameters.maxDimension()));
    }
}
