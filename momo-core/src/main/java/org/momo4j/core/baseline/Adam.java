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
import org.momo4j.core.preconditioner.AdamPreconditioner;

/**
 * Adam: m_k = β1 m_{k-1} + (1 − β1) g_k, v_k = β2 v_{k-1} + (1 − β2) g_k², x_{k+1} = x_k − α_k m̂_k/(sqrt(v̂_k) + ε) with
 * m̂_k = m_k/(1 − β1^k), v̂_k = v_k/(1 − β2^k). Weight decay is added to the gradient. Source: Kingma and Ba, ICLR 2015.
 */
public final class Adam implements Optimizer {
    private final Parameters parameters;
    private final Gradients gradients;
    private final AdamPreconditioner preconditioner;
    private final StepReport.Builder report = new StepReport.Builder();
    private final FlatVector gradient;
    private final FlatVector update;
    private FlatVector average;
    private FlatVector next;
    private long k;

    /**
     * A method that has made no step.
     *
     * @throws IllegalArgumentException if the learning rate is not positive and finite
     */
    public Adam(Parameters parameters, Setting setting) {
        this.parameters = parameters;
        gradients = new Gradients(setting);
        long size = setting.layout().size();
        preconditioner = new AdamPreconditioner(parameters.beta2(), parameters.epsilon(), size, setting.type());
        average = FlatVector.zeros(setting.type(), size);
        next = average.zerosLike();
        gradient = average.zerosLike();
        update = average.zerosLike();
    }

    @Override
    public StepReport step(FlatVector params, Sample sample) {
        long step = k + 1;
        gradients.require(step, params, sample);
        double rate = gradients.rate(step);
        gradients.decayed(parameters.weightDecay(), params, sample.gradient(), gradient);
        Loops.combine(parameters.beta1(), average, 1 - parameters.beta1(), gradient, next, 0, next.size());
        preconditioner.observe(step, rate, gradient, next);
        preconditioner.applyInverse(next, update);
        double normSquared = requireFinite(step, "squared norm of the momentum in Adam's metric",
                Loops.dot(next, update, 0, next.size()));

        double correction = 1 - Math.pow(parameters.beta1(), step);
        gradients.move(rate / correction, params, update);
        preconditioner.accept();
        FlatVector free = average;
        average = next;
        next = free;
        k = step;
        return report.k(k).loss(sample.loss()).learningRate(rate).stepSize(rate / correction)
                .directionNorm(Math.sqrt(normSquared)).build();
    }

    @Override
    public State state() {
        return State.version(1).with("k", k).with("average", average).with("preconditioner", preconditioner.state());
    }

    @Override
    public void restore(State state) {
        FlatVector restored = state.requireVersion(1).vector("average", average.type(), average.size());
        double restoredK = state.scalar("k");
        preconditioner.restore(state.child("preconditioner"));
        k = (long) restoredK;
        average.copyFrom(restored);
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
