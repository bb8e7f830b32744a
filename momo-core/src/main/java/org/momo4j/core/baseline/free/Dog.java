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
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.ParameterLayout.GroupRange;
import org.momo4j.core.baseline.CheckedRate;
import org.momo4j.core.baseline.CoupledDecay;
import org.momo4j.core.baseline.StepCount;
import org.momo4j.core.kernel.InnerProducts;
import org.momo4j.core.kernel.LinearKernel;
import org.momo4j.core.kernel.choice.Kernels;

/**
 * DoG, distance over gradients: SGD whose rate is the largest distance from the start so far, divided by the root of the sum of all squared
 * gradients (MATH.md section 9.1). It is judged at an average of its iterates, without which its authors advise against it. Weight
 * decay is added to the gradient. Source: Ivgi, Hinder, Carmon, <em>DoG is SGD's Best Friend</em>, ICML 2023.
 */
public final class Dog implements Optimizer {
    private final Parameters parameters;
    private final Setting setting;
    private final List<GroupRange> ranges;
    private final LearningRate learningRate;
    private final CoupledDecay decay;
    private final LinearKernel kernel = Kernels.chosen().linear();
    private final InnerProducts products = new InnerProducts();
    private final StepReport.Builder report = new StepReport.Builder();
    private StepCount count = new StepCount();
    private final FlatVector start;
    /** x̄; empty where the method is judged at its last iterate. */
    private final FlatVector average;
    private double largestDistance;
    private double squares;

    /**
     * A method that has made no step.
     *
     * @throws IllegalArgumentException if the learning rate is not positive and finite
     */
    public Dog(Parameters parameters, Setting setting) {
        this.parameters = parameters;
        this.setting = setting;
        ranges = setting.layout().ranges();
        learningRate = new CheckedRate(setting.learningRate(), CheckedRate.FINITE);
        decay = CoupledDecay.of(parameters.weightDecay(), setting);
        start = FlatVector.zeros(setting.type(), setting.layout().size());
        average = FlatVector.zeros(setting.type(), averages() ? start.size() : 0);
        squares = parameters.epsilon();
    }

    private boolean averages() {
        return parameters.averaging() < Double.POSITIVE_INFINITY;
    }

    @Override
    public StepReport step(FlatVector params, Sample sample) {
        FlatVector.requireSame("params", params, setting.type(), start.size());
        FlatVector.requireSame("gradient", sample.gradient(), setting.type(), start.size());
        double rate = learningRate.at(count.k());
        FlatVector gradient = decay.addTo(sample.gradient(), params);
        double distance = distance(params);
        double nextSquares = squares;
        double normSquared = 0;
        for (int i = 0; i < ranges.size(); i++) {
            GroupRange range = ranges.get(i);
            kernel.sums(gradient, gradient, gradient, params, range.from(), range.to(), products);
            nextSquares += products.directionNormSquared();
            normSquared += range.group().rateScale() * products.directionNormSquared();
        }
        requireFinite(count.k(), "sum of the squared norms of the gradients", nextSquares);
        requireFinite(count.k(), "squared norm of the gradient", normSquared);
        double stepSize = requireFinite(count.k(), "step size", rate * distance / Math.sqrt(nextSquares));
        report.k(count.k()).loss(sample.loss()).learningRate(rate).stepSize(stepSize)
                .directionNorm(Math.sqrt(normSquared)).extra("largestDistance", distance);
        squares = nextSquares;
        largestDistance = distance;
        write(params, stepSize, gradient);
        return report.build();
    }

    /** r̄_k (equation 9.1). */
    private double distance(FlatVector params) {
        double sum = 0;
        for (long i = 0; i < start.size(); i++) {
            double apart = params.get(i) - start.get(i); // start is 0 before the first step
            sum += apart * apart;
        }
        double distance = Math.sqrt(requireFinite(count.k(), "squared distance from the start", sum));
        return count.k() == 1 ? parameters.relativeDistance() * (1 + distance) : Math.max(largestDistance, distance);
    }

    /** Equations 9.3 and 9.4. */
    private void write(FlatVector params, double stepSize, FlatVector gradient) {
        if (count.k() == 1) {
            start.copyFrom(params);
        }
        for (int i = 0; i < ranges.size(); i++) {
            GroupRange range = ranges.get(i);
            kernel.move(params, 1, range.group().rateScale() * stepSize, gradient, range.from(), range.to());
        }
        if (averages()) {
            double weight = (1 + parameters.averaging()) / (count.k() + parameters.averaging());
            kernel.combine(1 - weight, average, weight, params, average, 0, average.size());
        }
        count.advance();
    }

    /** x̄ (equation 9.4). */
    @Override
    public void evaluationPoint(FlatVector params, FlatVector out) {
        FlatVector.requireSame("params", params, setting.type(), start.size());
        FlatVector.requireSame("out", out, setting.type(), start.size());
        out.copyFrom(averages() && count.k() > 1 ? average : params);
    }

    @Override
    public State state() {
        State state = count.into(State.version(1)).with("largestDistance", largestDistance).with("squares", squares)
                .with("start",
                        start);
        return averages() ? state.with("average", average) : state;
    }

    @Override
    public void restore(State state) {
        StepCount restored = StepCount.from(state.requireVersion(1));
        double restoredDistance = state.scalar("largestDistance");
        double restoredSquares = state.scalar("squares");
        FlatVector restoredStart = state.vector("start", start.type(), start.size());
        FlatVector restoredAverage = averages() ? state.vector("average", average.type(), average.size()) : average;
        count = restored;
        largestDistance = restoredDistance;
        squares = restoredSquares;
        start.copyFrom(restoredStart);
        average.copyFrom(restoredAverage);
    }

    /**
     * Hyper-parameters.
     *
     * @param relativeDistance what multiplies 1 + |x_1| for the first distance
     * @param epsilon          ε
     * @param averaging        γ
     * @param weightDecay      λ
     */
    public record Parameters(
            @HyperParameter(value = "first distance, relative to 1 + |x_1|; 1e-4 for networks with batch normalisation", byDefault = "1e-6", range = "(0, inf)") double relativeDistance,
            @HyperParameter(value = "ε, where the sum of squared gradients starts", byDefault = "1e-8", range = "(0, inf)") double epsilon,
            @HyperParameter(value = "γ of the average at which it is judged; inf: the last iterate", byDefault = "8", range = "[0, inf]") double averaging,
            @HyperParameter(value = "weight decay λ, added to the gradient", byDefault = "0", range = "[0, inf)") double weightDecay) {}

    /** Provides {@link Dog}. */
    public static final class Provider implements OptimizerProvider<Parameters> {
        @Override
        public String name() {
            return "dog";
        }

        @Override
        public String description() {
            return "DoG, distance over gradients (Ivgi, Hinder, Carmon, ICML 2023)";
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
            return new Dog(parameters, setting);
        }
    }
}
