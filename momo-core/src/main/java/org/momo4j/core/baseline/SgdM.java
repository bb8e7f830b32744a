package org.momo4j.core.baseline;

import static org.momo4j.api.step.NonFiniteStepException.requireFinite;

import org.momo4j.api.provider.HyperParameter;
import org.momo4j.api.provider.HyperParameters;
import org.momo4j.api.provider.OptimizerProvider;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.state.State;
import org.momo4j.api.step.Optimizer;
import org.momo4j.api.step.Sample;
import org.momo4j.api.step.StepReport;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.core.kernel.Loops;

/**
 * SGD with momentum and dampening: d_1 = g_1, then d_k = β d_{k-1} + (1 − dampening) g_k, x_{k+1} = x_k − α_k d_k. Weight
 * decay is added to the gradient. With dampening β this is a moving average, MoMo's own direction without its step size.
 * Source: Polyak 1964; Sutskever, Martens, Dahl, Hinton, ICML 2013.
 */
public final class SgdM implements Optimizer {
    private final Parameters parameters;
    private final Gradients gradients;
    private final StepReport.Builder report = new StepReport.Builder();
    private final FlatVector gradient;
    private FlatVector direction;
    private FlatVector next;
    private long k;

    /**
     * A method that has made no step.
     *
     * @throws IllegalArgumentException if the learning rate is not positive and finite
     */
    public SgdM(Parameters parameters, Setting setting) {
        this.parameters = parameters;
        gradients = new Gradients(setting);
        direction = FlatVector.zeros(setting.type(), setting.layout().size());
        next = direction.zerosLike();
        gradient = direction.zerosLike();
    }

    @Override
    public StepReport step(FlatVector params, Sample sample) {
        long step = k + 1;
        gradients.require(step, params, sample);
        double rate = gradients.rate(step);
        gradients.decayed(parameters.weightDecay(), params, sample.gradient(), gradient);
        double old = step == 1 ? 0 : parameters.beta();
        double fresh = step == 1 ? 1 : 1 - parameters.dampening();
        Loops.combine(old, direction, fresh, gradient, next, 0, next.size());
        double normSquared = requireFinite(step, "squared norm of the momentum", Loops.dot(next, next, 0, next.size()));

        gradients.move(rate, params, next);
        FlatVector free = direction;
        direction = next;
        next = free;
        k = step;
        return report.k(k).loss(sample.loss()).learningRate(rate).stepSize(rate).directionNorm(Math.sqrt(normSquared))
                .build();
    }

    @Override
    public State state() {
        return State.version(1).with("k", k).with("direction", direction);
    }

    @Override
    public void restore(State state) {
        FlatVector restored = state.requireVersion(1).vector("direction", direction.type(), direction.size());
        k = (long) state.scalar("k");
        direction.copyFrom(restored);
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
