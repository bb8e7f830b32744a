package org.momo4j.core.momo.variant;

import org.momo4j.api.method.Averaging;
import org.momo4j.api.method.MomentumMethod;
import org.momo4j.api.provider.HyperParameter;
import org.momo4j.api.provider.HyperParameters;
import org.momo4j.api.provider.MomentumMethodProvider;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.ParameterLayout;
import org.momo4j.core.averaging.BiasCorrectedAverage;
import org.momo4j.core.averaging.FirstSampleAverage;
import org.momo4j.core.averaging.LookAhead;
import org.momo4j.core.preconditioner.IdentityPreconditioner;

/**
 * The method {@code momo-nesterov}: SGD with Nesterov's momentum, in the Euclidean metric ({@link LookAhead}). Its model is a
 * convex combination of tangent planes like MoMo's, so that T1 and the certificate of MATH.md section 5 hold for it.
 */
public final class MomoNesterov implements MomentumMethodProvider<MomoNesterov.Parameters> {
    /** The moving averages from which a step looks ahead. */
    public enum Kind {
        /** {@link FirstSampleAverage}. */
        FIRST_SAMPLE,
        /** {@link BiasCorrectedAverage}. */
        BIAS_CORRECTED
    }

    /**
     * Hyper-parameters.
     *
     * @param beta      β
     * @param averaging how gradients, losses and inner products are averaged
     */
    public record Parameters(
            @HyperParameter(value = "momentum β", byDefault = "0.9", range = "[0, 1)") double beta,
            @HyperParameter(value = "how gradients, losses and inner products are averaged", byDefault = "first-sample") Kind averaging) {
        private Averaging averages() {
            return switch (averaging) {
                case FIRST_SAMPLE -> new FirstSampleAverage(beta);
                case BIAS_CORRECTED -> new BiasCorrectedAverage(beta);
            };
        }
    }

    @Override
    public String name() {
        return "momo-nesterov";
    }

    @Override
    public String description() {
        return "MoMo-Nesterov: MoMo whose steps look ahead (Nesterov 1983; Sutskever et al., ICML 2013; Dozat 2016)";
    }

    @Override
    public HyperParameters<Parameters> hyperParameters() {
        return HyperParameters.of(Parameters.class);
    }

    @Override
    public MomentumMethod create(Parameters parameters, ParameterLayout layout, ElementType type) {
        return new MomentumMethod(new LookAhead(parameters.averages(), parameters.beta()),
                new IdentityPreconditioner());
    }

    @Override
    public boolean fixedIdentityMetric(Parameters parameters) {
        return true;
    }
}
