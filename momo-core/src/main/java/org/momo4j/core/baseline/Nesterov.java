package org.momo4j.core.baseline;

import org.momo4j.api.provider.HyperParameter;
import org.momo4j.api.provider.HyperParameters;
import org.momo4j.api.provider.OptimizerProvider;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.step.Optimizer;
import org.momo4j.core.preconditioner.IdentityPreconditioner;

/**
 * SGD with Nesterov's momentum: d_k = β d_{k-1} + g_k, x_{k+1} = x_k − α_k (g_k + β d_k) (MATH.md 8.2), the form of PyTorch. Weight
 * decay is added to the gradient. Source: Nesterov 1983; Sutskever, Martens, Dahl, Hinton, ICML 2013, whose velocity is −α d_k and
 * whose gradients are taken at x_k.
 */
public final class Nesterov implements OptimizerProvider<Nesterov.Parameters> {
    /**
     * Hyper-parameters.
     *
     * @param beta        β
     * @param weightDecay λ
     */
    public record Parameters(
            @HyperParameter(value = "momentum β", byDefault = "0.9", range = "[0, 1)") double beta,
            @HyperParameter(value = "weight decay λ, added to the gradient", byDefault = "0", range = "[0, inf)") double weightDecay) {}

    @Override
    public String name() {
        return "nesterov";
    }

    @Override
    public String description() {
        return "SGD with Nesterov's momentum (Nesterov 1983; Sutskever et al., ICML 2013)";
    }

    @Override
    public double defaultLearningRate() {
        return 0.01;
    }

    @Override
    public HyperParameters<Parameters> hyperParameters() {
        return HyperParameters.of(Parameters.class);
    }

    @Override
    public Optimizer create(Parameters parameters, Setting setting) {
        double beta = parameters.beta();
        return new SgdM(new SgdM.Parameters(beta, 0, parameters.weightDecay()), FusedSteps.lookingAhead(beta, 1,
                new IdentityPreconditioner(), parameters.weightDecay(), setting));
    }
}
