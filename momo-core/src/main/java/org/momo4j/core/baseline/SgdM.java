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
import org.momo4j.core.preconditioner.IdentityPreconditioner;

/**
 * SGD with momentum and dampening: d_1 = g_1, then d_k = β d_{k-1} + (1 − dampening) g_k, x_{k+1} = x_k − α_k d_k. Weight
 * decay is added to the gradient. With dampening β this is a moving average (MATH.md section 2), MoMo's own
 * direction without its step size.
 * Source: Polyak 1964; Sutskever, Martens, Dahl, Hinton, ICML 2013.
 */
public final class SgdM implements Optimizer {
    private final Parameters parameters;
    private final FusedSteps steps;
    private final StepReport.Builder report = new StepReport.Builder();

    /**
     * A method that has made no step.
     *
     * @throws IllegalArgumentException if the learning rate is not positive and finite
     */
    public SgdM(Parameters parameters, Setting setting) {
        this(parameters, new FusedSteps(new IdentityPreconditioner(), parameters.weightDecay(), setting));
    }

    /** The same averages under other steps. */
    SgdM(Parameters parameters, FusedSteps steps) {
        this.parameters = parameters;
        this.steps = steps;
    }

    @Override
    public StepReport step(FlatVector params, Sample sample) {
        boolean first = steps.k() == 1;
        double old = first ? 0 : parameters.beta();
        double fresh = first ? 1 : 1 - parameters.dampening();
        double directionNorm = steps.read(old, fresh, params, sample);
        double rate = steps.rate();
        report.k(steps.k()).loss(sample.loss()).learningRate(rate).stepSize(rate).directionNorm(directionNorm);
        steps.write(rate);
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
     * @param beta        β
     * @param dampening   what is taken off the weight of a new gradient
     * @param weightDecay λ
     */
    public record Parameters(
            @HyperParameter(value = "momentum β", byDefault = "0.9", range = "[0, 1)") double beta,
            @HyperParameter(value = "a new gradient has weight 1 minus this", byDefault = "0.9", range = "[0, 1)") double dampening,
            @HyperParameter(value = "weight decay λ, added to the gradient", byDefault = "0", range = "[0, inf)") double weightDecay) {}

    /** Provides {@link SgdM}. */
    public static final class Provider implements OptimizerProvider<Parameters> {
        @Override
        public String name() {
            return "sgd-m";
        }

        @Override
        public String description() {
            return "SGD with momentum and dampening (Polyak 1964)";
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
        public Optimizer create(Parameters parameters, Setting setting) {
            return new SgdM(parameters, setting);
        }
    }
}
