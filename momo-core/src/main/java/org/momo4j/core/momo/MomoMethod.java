package org.momo4j.core.momo;

import org.momo4j.api.method.Averaging;
import org.momo4j.api.method.MomentumMethod;
import org.momo4j.api.provider.HyperParameter;
import org.momo4j.api.provider.HyperParameters;
import org.momo4j.api.provider.MomentumMethodProvider;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.ParameterLayout;
import org.momo4j.core.averaging.BiasCorrectedAverage;
import org.momo4j.core.averaging.FirstSampleAverage;
import org.momo4j.core.averaging.HeavyBall;
import org.momo4j.core.averaging.UniformAverage;
import org.momo4j.core.preconditioner.IdentityPreconditioner;

/**
 * The method {@code momo}: SGD with momentum, in the Euclidean metric, D_k = I. The averages start at the first sample
 * ({@link FirstSampleAverage}), unless others of MATH.md section 2 are asked for.
 */
public final class MomoMethod implements MomentumMethodProvider<MomoMethod.Parameters> {
    /** The averagings of MATH.md section 2. */
    public enum Kind {
        /** {@link FirstSampleAverage}. */
        FIRST_SAMPLE,
        /** {@link BiasCorrectedAverage}. */
        BIAS_CORRECTED,
        /** {@link HeavyBall}. */
        HEAVY_BALL,
        /** {@link UniformAverage}, which has no β. */
        UNIFORM;

        /** The averaging of this kind. */
        public Averaging of(double beta) {
            return switch (this) {
                case FIRST_SAMPLE -> new FirstSampleAverage(beta);
                case BIAS_CORRECTED -> new BiasCorrectedAverage(beta);
                case HEAVY_BALL -> new HeavyBall(beta);
                case UNIFORM -> new UniformAverage();
            };
        }
    }

    /**
     * Hyper-parameters.
     *
     * @param beta      β
     * @param averaging how gradients, losses and inner products are averaged
     */
    public record Parameters(
            @HyperParameter(value = "momentum β", byDefault = "0.9", range = "[0, 1)") double beta,
            @HyperParameter(value = "how gradients, losses and inner products are averaged", byDefault = "first-sample") Kind averaging) {}

    @Override
    public String name() {
        return "momo";
    }

    @Override
    public String description() {
        return "MoMo: SGD with momentum and a model-based step size (Schaipp et al., ICML 2024)";
    }

    @Override
    public HyperParameters<Parameters> hyperParameters() {
        return HyperParameters.of(Parameters.class);
    }

    @Override
    public MomentumMethod create(Parameters parameters, ParameterLayout layout, ElementType type) {
        return new MomentumMethod(parameters.averaging().of(parameters.beta()), new IdentityPreconditioner());
    }

    @Override
    public boolean fixedIdentityMetric(Parameters parameters) {
        return true;
    }
}
