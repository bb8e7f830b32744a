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
import org.momo4j.core.baseline.CoupledDecay;
import org.momo4j.core.baseline.StepCount;

/**
 * D-Adaptation Adam: Adam whose rate is d_k, an estimate of the distance to the solution (MATH.md section 9.2). Weight
 * decay is added to the gradient. The step size that is reported is α_k d_k, with which a gradient enters the moment. Source: Defazio and
 * Mishchenko, <em>Learning-Rate-Free Learning by D-Adaptation</em>, ICML 2023.
 */
public final class DAdaptAdam implements Optimizer {
    private final double beta1;
    private final double beta2;
    private final double rootBeta2;
    private final double epsilon;
    private final Setting setting;
    private final boolean floats;
    private final List<GroupRange> ranges;
    private final LearningRate learningRate;
    private final CoupledDecay decay;
    private final DistanceEstimate estimate;
    private final StepReport.Builder report = new StepReport.Builder();
    private StepCount count = new StepCount();
    private final FlatVector m;
    private final FlatVector v;
    private final FlatVector s;

    /**
     * A method that has made no step.
     *
     * @throws IllegalArgumentException if the learning rate is not positive and finite
     */
    public DAdaptAdam(Parameters parameters, Setting setting) {
        beta1 = parameters.beta1();
        beta2 = parameters.beta2();
        rootBeta2 = Math.sqrt(beta2);
        epsilon = parameters.epsilon();
        this.setting = setting;
        floats = setting.type() == ElementType.FLOAT32;
        ranges = setting.layout().ranges();
        learningRate = new CheckedRate(setting.learningRate(), CheckedRate.FINITE);
        decay = CoupledDecay.of(parameters.weightDecay(), setting);
        estimate = new DistanceEstimate(parameters.initialDistance());
        m = FlatVector.zeros(setting.type(), setting.layout().size());
        v = m.zerosLike();
        s = m.zerosLike();
    }

    @Override
    public StepReport step(FlatVector params, Sample sample) {
        FlatVector.requireSame("params", params, setting.type(), m.size());
        FlatVector.requireSame("gradient", sample.gradient(), setting.type(), m.size());
        double alpha = learningRate.at(count.k());
        double rate = alpha * estimate.d();
        FlatVector gradient = decay.addTo(sample.gradient(), params);
        read(rate, params, gradient);
        report.k(count.k()).loss(sample.loss()).learningRate(alpha).stepSize(rate).extra("d", estimate.next());
        write(rate, params, gradient);
        return report.build();
    }

    /** Pass (a): equations 9.6 and 9.7, and whether all is finite. */
    private void read(double rate, FlatVector x, FlatVector g) {
        double gradientDotParams = 0;
        double product = 0;
        double norm = 0;
        double largest = 0;
        for (int j = 0; j < ranges.size(); j++) {
            GroupRange range = ranges.get(j);
            double scale = range.group().rateScale();
            for (long i = range.from(); i < range.to(); i++) {
                double gi = g.get(i);
                gradientDotParams += gi * x.get(i);
                product += scale * gi * (s.get(i) / (Math.sqrt(v.get(i)) + epsilon));
                norm += scale * Math.abs(sum(i, rate, gi));
                largest = Math.max(largest, Math.max(square(i, gi), Math.abs(moment(i, scale * rate, gi))));
            }
        }
        long k = count.k();
        requireFinite(k, "inner product of gradient and parameters", gradientDotParams);
        requireFinite(k, "largest average of gradients or of their squares", largest);
        double weighted = rootBeta2 * estimate.sum() + (1 - rootBeta2) * rate * product;
        estimate.propose(k, weighted, 1 / (1 - rootBeta2), norm);
    }

    /** Pass (b): equations 9.5 and 9.8. */
    private void write(double rate, FlatVector x, FlatVector g) {
        for (int j = 0; j < ranges.size(); j++) {
            GroupRange range = ranges.get(j);
            double scaled = range.group().rateScale() * rate;
            for (long i = range.from(); i < range.to(); i++) {
                double gi = g.get(i);
                double moment = moment(i, scaled, gi);
                double square = square(i, gi);
                s.set(i, sum(i, rate, gi));
                m.set(i, moment);
                v.set(i, square);
                x.set(i, x.get(i) - moment / (Math.sqrt(square) + epsilon));
            }
        }
        estimate.accept();
        count.advance();
    }

    private double moment(long i, double scaled, double gi) {
        return round(beta1 * m.get(i) + (1 - beta1) * scaled * gi);
    }

    private double square(long i, double gi) {
        return round(beta2 * v.get(i) + (1 - beta2) * gi * gi);
    }

    private double sum(long i, double rate, double gi) {
        return round(rootBeta2 * s.get(i) + (1 - rootBeta2) * rate * gi);
    }

    /** As it is stored. */
    private double round(double value) {
        return floats ? (float) value : value;
    }

    @Override
    public State state() {
        return count.into(State.version(1)).with("m", m).with("v", v).with("s", s).with("estimate", estimate.state());
    }

    @Override
    public void restore(State state) {
        StepCount restored = StepCount.from(state.requireVersion(1));
        FlatVector restoredM = state.vector("m", m.type(), m.size());
        FlatVector restoredV = state.vector("v", v.type(), v.size());
        FlatVector restoredS = state.vector("s", s.type(), s.size());
        estimate.restore(state.child("estimate"));
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
     * @param weightDecay     λ
     */
    public record Parameters(
            @HyperParameter(value = "momentum β1", byDefault = "0.9", range = "[0, 1)") double beta1,
            @HyperParameter(value = "momentum β2 of the squared gradients", byDefault = "0.999", range = "[0, 1)") double beta2,
            @HyperParameter(value = "ε added to the root of the squared gradients", byDefault = "1e-8", range = "(0, inf)") double epsilon,
            @HyperParameter(value = "d_1, a distance that is surely too small", byDefault = "1e-6", range = "(0, inf)") double initialDistance,
            @HyperParameter(value = "weight decay λ, added to the gradient", byDefault = "0", range = "[0, inf)") double weightDecay) {}

    /** Provides {@link DAdaptAdam}. */
    public static final class Provider implements OptimizerProvider<Parameters> {
        @Override
        public String name() {
            return "d-adapt-adam";
        }

        @Override
        public String description() {
            return "Adam with D-Adaptation (Defazio and Mishchenko, ICML 2023)";
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
            return new DAdaptAdam(parameters, setting);
        }
    }
}
