package org.momo4j.core.baseline;

import static org.momo4j.api.step.NonFiniteStepException.requireFinite;

import java.util.List;
import org.momo4j.api.method.LearningRate;
import org.momo4j.api.provider.HyperParameter;
import org.momo4j.api.provider.HyperParameters;
import org.momo4j.api.provider.OptimizerProvider;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.state.State;
import org.momo4j.api.step.Optimizer;
import org.momo4j.api.step.Sample;
import org.momo4j.api.step.StepReport;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.ParameterLayout.GroupRange;
import org.momo4j.core.kernel.InnerProducts;
import org.momo4j.core.kernel.LinearKernel;
import org.momo4j.core.kernel.choice.Kernels;

/**
 * Lion: u_k = β1 m_{k-1} + (1 − β1) g_k, x_{k+1} = x_k − α_k (sign(u_k) + λ x_k), m_k = β2 m_{k-1} + (1 − β2) g_k (MATH.md 8.4), where
 * the sign of 0 is 0. Weight decay is decoupled. Source: Chen et al., Symbolic Discovery of Optimization Algorithms, NeurIPS 2023.
 *
 * <p>
 * sign(u) is D^-1 u for D = diag(|u|), so the norm of the direction that is reported is the root of Σ_i c_i |u_i|_1.
 */
public final class Lion implements Optimizer {
    private static final int BLOCK = 1024;

    private final Parameters parameters;
    private final Setting setting;
    private final List<GroupRange> ranges;
    private final LinearKernel kernel = Kernels.chosen().linear();
    private final InnerProducts formed = new InnerProducts();
    private final double[] block = new double[BLOCK];
    private final FlatVector average;
    /** u_k, and then its signs; nothing of it is kept between steps. */
    private final FlatVector signs;
    private final StepReport.Builder report = new StepReport.Builder();
    private final LearningRate learningRate;
    private StepCount count = new StepCount();

    /**
     * A method that has made no step.
     *
     * @throws IllegalArgumentException if the learning rate is not positive and finite
     */
    public Lion(Parameters parameters, Setting setting) {
        this.parameters = parameters;
        this.setting = setting;
        ranges = setting.layout().ranges();
        average = FlatVector.zeros(setting.type(), setting.layout().size());
        signs = average.zerosLike();
        learningRate = new CheckedRate(setting.learningRate(), CheckedRate.FINITE);
    }

    @Override
    public StepReport step(FlatVector params, Sample sample) {
        FlatVector gradient = sample.gradient();
        FlatVector.requireSame("params", params, setting.type(), setting.layout().size());
        FlatVector.requireSame("gradient", gradient, setting.type(), setting.layout().size());
        long k = count.k();
        double rate = learningRate.at(k);

        kernel.combine(parameters.beta1(), average, 1 - parameters.beta1(), gradient, signs, 0, signs.size());
        double gradientDotParams = 0;
        double size = 0;
        for (GroupRange range : ranges) {
            size += range.group().rateScale() * takeSigns(range);
            kernel.sums(gradient, signs, signs, params, range.from(), range.to(), formed);
            gradientDotParams += formed.gradientDotParams();
        }
        requireFinite(k, "inner product of gradient and parameters", gradientDotParams);
        requireFinite(k, "sum of the sizes of the averaged gradient", size);
        report.k(k).loss(sample.loss()).learningRate(rate).stepSize(rate).directionNorm(Math.sqrt(size));

        // the step is whole: from here on nothing is refused
        for (GroupRange range : ranges) {
            double scaled = range.group().rateScale() * rate;
            double lambda = range.group().weightDecay().orElse(parameters.weightDecay());
            kernel.move(params, 1 - scaled * lambda, scaled, signs, range.from(), range.to());
        }
        kernel.combine(parameters.beta2(), average, 1 - parameters.beta2(), gradient, average, 0, average.size());
        count.advance();
        return report.build();
    }

    /** Puts signs in the place of u_k; returns |u_k|_1 of the range. */
    private double takeSigns(GroupRange range) {
        double size = 0;
        for (long at = range.from(); at < range.to(); at += BLOCK) {
            int count = (int) Math.min(BLOCK, range.to() - at);
            signs.copyTo(block, at, count);
            for (int i = 0; i < count; i++) {
                size += Math.abs(block[i]);
                block[i] = Math.signum(block[i]);
            }
            signs.copyFrom(block, at, count);
        }
        return size;
    }

    @Override
    public State state() {
        return count.into(State.version(1)).with("average", average);
    }

    @Override
    public void restore(State state) {
        StepCount restored = StepCount.from(state.requireVersion(1));
        average.copyFrom(state.vector("average", average.type(), average.size()));
        count = restored;
    }

    /**
     * Hyper-parameters.
     *
     * @param beta1       β1
     * @param beta2       β2
     * @param weightDecay λ
     */
    public record Parameters(
            @HyperParameter(value = "weight β1 of the average in the direction", byDefault = "0.9", range = "[0, 1)") double beta1,
            @HyperParameter(value = "momentum β2 of the average", byDefault = "0.99", range = "[0, 1)") double beta2,
            @HyperParameter(value = "decoupled weight decay λ", byDefault = "0", range = "[0, inf)") double weightDecay) {}

    /** Provides {@link Lion}. */
    public static final class Provider implements OptimizerProvider<Parameters> {
        @Override
        public String name() {
            return "lion";
        }

        @Override
        public String description() {
            return "Lion: signs of averaged gradients (Chen et al., NeurIPS 2023)";
        }

        @Override
        public double defaultLearningRate() {
            return 0.0001;
        }

        @Override
        public HyperParameters<Parameters> hyperParameters() {
            return HyperParameters.of(Parameters.class);
        }

        @Override
        public Optimizer create(Parameters parameters, Setting setting) {
            return new Lion(parameters, setting);
        }
    }
}
