package org.momo4j.core.baseline;

import org.momo4j.api.provider.HyperParameter;
import org.momo4j.api.provider.HyperParameters;
import org.momo4j.api.provider.OptimizerProvider;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.state.State;
import org.momo4j.api.step.Optimizer;
import org.momo4j.api.step.Sample;
import org.momo4j.api.step.StepReport;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.core.preconditioner.AdamPreconditioner;

/**
 * Adam: m_k = β1 m_{k-1} + (1 − β1) g_k, v_k = β2 v_{k-1} + (1 − β2) g_k², x_{k+1} = x_k − α_k m̂_k/(sqrt(v̂_k) + ε) with
 * m̂_k = m_k/(1 − β1^k), v̂_k = v_k/(1 − β2^k), the metric of MATH.md section 3. Weight decay is added to the gradient. Source: Kingma and Ba, ICLR 2015.
 */
public final class Adam implements Optimizer {
    private final Parameters parameters;
    private final FusedSteps steps;
    private final StepReport.Builder report = new StepReport.Builder();

    /**
     * A method that has made no step.
     *
     * @throws IllegalArgumentException if the learning rate is not positive and finite
     */
    public Adam(Parameters parameters, Setting setting) {
        this(parameters, new FusedSteps(new AdamPreconditioner(parameters.beta2(), parameters.epsilon(),
                setting.layout().size(), setting.type()), parameters.weightDecay(), setting));
    }

    /** The same averages under other steps. */
    Adam(Parameters parameters, FusedSteps steps) {
        this.parameters = parameters;
        this.steps = steps;
    }

    @Override
    public StepReport step(FlatVector params, Sample sample) {
        double directionNorm = steps.read(parameters.beta1(), 1 - parameters.beta1(), params, sample);
        double rate = steps.rate();
        double stepSize = rate / (1 - Math.pow(parameters.beta1(), steps.k()));
        report.k(steps.k()).loss(sample.loss()).learningRate(rate).stepSize(stepSize).directionNorm(directionNorm);
        steps.write(stepSize);
        return report.build();
    }

    @Override
    public State state() {
        return steps.state();
    }

    @Override
    public void restore(State state) {
        steps.restore(state);
    }

    /**
     * Hyper-parameters.
     *
     * @param beta1       β1
     * @param beta2       β2
     * @param epsilon     ε
     * @param weightDecay λ
     */
    public record Parameters(
            @HyperParameter(value = "momentum β1", byDefault = "0.9", range = "[0, 1)") double beta1,
            @HyperParameter(value = "momentum β2 of the squared gradients", byDefault = "0.999", range = "[0, 1)") double beta2,
            @HyperParameter(value = "ε added to the root of the squared gradients", byDefault = "1e-8", range = "(0, inf)") double epsilon,
            @HyperParameter(value = "weight decay λ, added to the gradient", byDefault = "0", range = "[0, inf)") double weightDecay) {}

    /** Provides {@link Adam}. */
    public static final class Provider implements OptimizerProvider<Parameters> {
        @Override
        public String name() {
            return "adam";
        }

        @Override
        public String description() {
            return "Adam (Kingma and Ba, ICLR 2015)";
        }

        @Override
        public double defaultLearningRate() {
            return 0.001;
        }

        @Override
        public HyperParameters<Parameters> hyperParameters() {
            return HyperParameters.of(Parameters.class);
        }

        @Override
        public Optimizer create(Parameters parameters, Setting setting) {
            return new Adam(parameters, setting);
        }
    }
}
