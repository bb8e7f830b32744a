package org.momo4j.core.baseline.free;

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
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.ParameterLayout.GroupRange;
import org.momo4j.core.baseline.CheckedRate;
import org.momo4j.core.baseline.StepCount;

/**
 * Prodigy: Adam whose rate is d_k, an estimate of the distance to the solution from below that grows faster than D-Adaptation's
 * (MATH.md section 9.3). Weight decay is decoupled. Source: Mishchenko and Defazio, <em>Prodigy: An Expeditiously Adaptive
 * Parameter-Free Learner</em>, ICML 2024.
 */
public final class Prodigy implements Optimizer {
    private final Parameters parameters;
    private final double beta1;
    private final double beta2;
    private final double rootBeta2;
    private final Setting setting;
    private final boolean floats;
    private final List<GroupRange> ranges;
    private final LearningRate learningRate;
    private final DistanceEstimate estimate;
    private final StepReport.Builder report = new StepReport.Builder();
    private StepCount count = new StepCount();
    private final FlatVector start;
    private final FlatVector m;
    private final FlatVector v;
    /** s_k/d_1, as r_k/d_1: in float32 the square of a small d_1 would leave little of a gradient. */
    private final FlatVector s;

    /**
     * A method that has made no step.
     *
     * @throws IllegalArgumentException if the learning rate is not positive and finite
     */
    public Prodigy(Parameters parameters, Setting setting) {
        this.parameters = parameters;
        beta1 = parameters.beta1();
        beta2 = parameters.beta2();
        rootBeta2 = Math.sqrt(beta2);
        this.setting = setting;
        floats = setting.type() == ElementType.FLOAT32;
        ranges = setting.layout().ranges();
        learningRate = new CheckedRate(setting.learningRate(), CheckedRate.FINITE);
        estimate = new DistanceEstimate(parameters.initialDistance());
        start = FlatVector.zeros(setting.type(), setting.layout().size());
        m = start.zerosLike();
        v = start.zerosLike();
        s = start.zerosLike();
    }

    @Override
    public StepReport step(FlatVector params, Sample sample) {
        FlatVector gradient = sample.gradient();
        FlatVector.requireSame("params", params, setting.type(), m.size());
        FlatVector.requireSame("gradient", gradient, setting.type(), m.size());
        double alpha = learningRate.at(count.k());
        double rate = alpha * estimate.d();
        double weight = rate * (estimate.d() / parameters.initialDistance());
        read(weight, params, gradient);
        report.k(count.k()).loss(sample.loss()).learningRate(alpha).stepSize(rate).extra("d", estimate.next());
        write(rate, weight, params, gradient);
        return report.build();
    }

    /** Pass (a): equations 9.10 and 9.11, and whether all is finite. */
    private void read(double weight, FlatVector x, FlatVector g) {
        FlatVector from = count.k() == 1 ? x : start;
        double gradientDotParams = 0;
        double product = 0;
        double norm = 0;
        double largest = 0;
        for (long i = 0; i < m.size(); i++) {
            double gi = g.get(i);
            double xi = x.get(i);
            gradientDotParams += gi * xi;
            product += gi * (from.get(i) - xi);
            norm += Math.abs(sum(i, weight, gi));
            largest = Math.max(largest, Math.max(square(i, gi), Math.abs(moment(i, gi))));
        }
        long k = count.k();
        requireFinite(k, "inner product of gradient and parameters", gradientDotParams);
        requireFinite(k, "largest average of gradients or of their squares", largest);
        estimate.propose(k, rootBeta2 * estimate.sum() + weight * product, parameters.coefficient(), norm);
    }

    /** Pass (b): equations 9.9 and 9.12. */
    private void write(double rate, double weight, FlatVector x, FlatVector g) {
        if (count.k() == 1) {
            start.copyFrom(x);
        }
        double epsilon = estimate.next() * parameters.epsilon();
        for (int j = 0; j < ranges.size(); j++) {
            GroupRange range = ranges.get(j);
            double scaled = range.group().rateScale() * rate;
            double keep = 1 - scaled * range.group().weightDecay().orElse(parameters.weightDecay());
            for (long i = range.from(); i < range.to(); i++) {
                double gi = g.get(i);
                double moment = moment(i, gi);
                double square = square(i, gi);
                s.set(i, sum(i, weight, gi));
                m.set(i, moment);
                v.set(i, square);
                x.set(i, keep * x.get(i) - scaled * moment / (Math.sqrt(square) + epsilon));
            }
        }
        estimate.accept();
        count.advance();
    }

    private double moment(long i, double gi) {
        return round(beta1 * m.get(i) + (1 - beta1) * estimate.d() * gi);
    }

    private double square(long i, double gi) {
        double weighted = estimate.d() * gi;
        return round(beta2 * v.get(i) + (1 - beta2) * weighted * weighted);
    }

    private double sum(long i, double weight, double gi) {
        return round(rootBeta2 * s.get(i) + weight * gi);
    }

    /** As it is stored. */
    private double round(double value) {
        return floats ? (float) value : value;
    }

    @Override
    public State state() {
        return count.into(State.version(1)).with("start", start).with("m", m).with("v", v).with("s", s).with("estimate",
                estimate.state());
    }

    @Override
    public void restore(State state) {
        StepCount restored = StepCount.from(state.requireVersion(1));
        FlatVector restoredStart = state.vector("start", start.type(), start.size());
        FlatVector restoredM = state.vector("m", m.type(), m.size());
        FlatVector restoredV = state.vector("v", v.type(), v.size());
        FlatVector restoredS = state.vector("s", s.type(), s.size());
        estimate.restore(state.child("estimate"));
        start.copyFrom(restoredStart);
        m.copyFrom(restoredM);
        v.copyFrom(restoredV);
        s.copyFrom(restoredS);
        count = restored;
    }

    /**
     * Hyper-parameters.
     *
     * @param beta1           β1
     * @param beta2           β2
     * @param epsilon         ε
     * @param initialDistance d_1
     * @param coefficient     κ
     * @param weightDecay     λ
     */
    public record Parameters(
            @HyperParameter(value = "momentum β1", byDefault = "0.9", range = "[0, 1)") double beta1,
            @HyperParameter(value = "momentum β2 of the squared gradients", byDefault = "0.999", range = "[0, 1)") double beta2,
            @HyperParameter(value = "ε; d ε is added to the root of the squared gradients", byDefault = "1e-8", range = "(0, inf)") double epsilon,
            @HyperParameter(value = "d_1, a distance that is surely too small", byDefault = "1e-6", range = "(0, inf)") double initialDistance,
            @HyperParameter(value = "κ, multiplies the estimate: what to tune if anything", byDefault = "1", range = "(0, inf)") double coefficient,
            @HyperParameter(value = "weight decay λ, decoupled", byDefault = "0", range = "[0, inf)") double weightDecay) {}

    /** Provides {@link Prodigy}. */
    public static final class Provider implements OptimizerProvider<Parameters> {
        @Override
        public String name() {
            return "prodigy";
        }

        @Override
        public String description() {
            return "Prodigy, a faster D-Adaptation Adam (Mishchenko and Defazio, ICML 2024)";
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
            return new Prodigy(parameters, setting);
        }
    }
}
