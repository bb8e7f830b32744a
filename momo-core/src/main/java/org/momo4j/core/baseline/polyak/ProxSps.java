package org.momo4j.core.baseline.polyak;

import org.momo4j.api.method.Decay;
import org.momo4j.api.method.MomentumMethod;
import org.momo4j.api.provider.HyperParameter;
import org.momo4j.api.provider.HyperParameters;
import org.momo4j.api.provider.OptimizerProvider;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.step.Optimizer;
import org.momo4j.core.averaging.FirstSampleAverage;
import org.momo4j.core.momo.Momo;
import org.momo4j.core.preconditioner.IdentityPreconditioner;

/**
 * ProxSPS: the truncated model of one sample, with weight decay in the problem that the step solves (MATH.md 8.8):
 *
 * <pre>
 * τ_k     = min{α_k, ((1 + α_k λ)(f_k − f*) − α_k λ ⟨g_k, x_k⟩)_+/|g_k|²}
 * x_{k+1} = (x_k − τ_k g_k)/(1 + α_k λ)
 * </pre>
 *
 * It is MoMo with β = 0 and proximal decay, and made of it. Source: Schaipp, Gower, Ulbrich, A Stochastic Proximal Polyak Step
 * Size, TMLR 2023.
 */
public final class ProxSps implements OptimizerProvider<ProxSps.Parameters> {
    /**
     * Hyper-parameters.
     *
     * @param weightDecay λ
     */
    public record Parameters(
            @HyperParameter(value = "proximal weight decay λ", byDefault = "0", range = "[0, inf)") double weightDecay) {}

    @Override
    public String name() {
        return "prox-sps";
    }

    @Override
    public String description() {
        return "ProxSPS: a capped Polyak step with proximal weight decay (Schaipp et al., TMLR 2023)";
    }

    @Override
    public double defaultLearningRate() {
        return 1;
    }

    @Override
    public HyperParameters<Parameters> hyperParameters() {
        return HyperParameters.of(Parameters.class);
    }

    @Override
    public Optimizer create(Parameters parameters, Setting setting) {
        MomentumMethod single = new MomentumMethod(new FirstSampleAverage(0), new IdentityPreconditioner());
        return new Momo(single, parameters.weightDecay(), Decay.PROXIMAL, setting);
    }
}
