package org.momo4j.core.baseline.schedulefree;

import static org.momo4j.api.step.NonFiniteStepException.requireFinite;

import java.util.List;
import org.momo4j.api.method.LearningRate;
import org.momo4j.api.method.Preconditioner;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.state.State;
import org.momo4j.api.step.Optimizer;
import org.momo4j.api.step.Sample;
import org.momo4j.api.step.StepReport;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.ParameterGroup;
import org.momo4j.api.vector.ParameterLayout.GroupRange;
import org.momo4j.core.baseline.CheckedRate;
import org.momo4j.core.baseline.StepCount;
import org.momo4j.core.kernel.InnerProducts;
import org.momo4j.core.kernel.LinearKernel;
import org.momo4j.core.kernel.choice.Kernels;

/**
 * The schedule-free step in any metric (MATH.md section 9.4): z goes along the preconditioned gradient, x is the running
 * average of z, and y, the parameters, lies between them. Kept are y and z, of which x is formed when it is asked for.
 */
final class ScheduleFreeSteps implements Optimizer {
    private final double beta;
    private final IterateWeights weights;
    private final double weightDecay;
    private final Preconditioner preconditioner;
    private final Setting setting;
    private final List<GroupRange> ranges;
    private final LearningRate learningRate;
    private final LinearKernel kernel = Kernels.chosen().linear();
    private final InnerProducts products = new InnerProducts();
    private final StepReport.Builder report = new StepReport.Builder();
    private StepCount count = new StepCount();
    private final FlatVector z;
    /** D_k^-1 g_k, then with λ_i y added: u_k. */
    private final FlatVector update;

    /**
     * A method that has made no step.
     *
     * @throws IllegalArgumentException if the learning rate is not positive and finite
     */
    ScheduleFreeSteps(double beta, IterateWeights weights, double weightDecay, Preconditioner preconditioner,
            Setting setting) {
        this.beta = beta;
        this.weights = weights;
        this.weightDecay = weightDecay;
        this.preconditioner = preconditioner;
        this.setting = setting;
        ranges = setting.layout().ranges();
        learningRate = new CheckedRate(setting.learningRate(), CheckedRate.FINITE);
        z = FlatVector.zeros(setting.type(), setting.layout().size());
        update = z.zerosLike();
    }

    @Override
    public StepReport step(FlatVector y, Sample sample) {
        FlatVector.requireSame("params", y, setting.type(), setting.layout().size());
        FlatVector gradient = sample.gradient();
        FlatVector.requireSame("gradient", gradient, setting.type(), setting.layout().size());
        double rate = learningRate.at(count.k());
        double share = weights.share(count.k(), rate);
        double directionNorm = read(rate, y, gradient);
        report.k(count.k()).loss(sample.loss()).learningRate(rate).stepSize(rate).directionNorm(directionNorm);
        write(rate, share, y);
        return report.build();
    }

    /** Pass (a): the update u_k (equation 9.13), and whether all is finite. Returns |g_k| in D_k^-1. */
    private double read(double rate, FlatVector y, FlatVector gradient) {
        preconditioner.observe(count.k(), rate, gradient, gradient);
        FlatVector preconditioned = preconditioner.applyInverse(gradient, update);
        double gradientDotParams = 0;
        double normSquared = 0;
        for (int i = 0; i < ranges.size(); i++) {
            GroupRange range = ranges.get(i);
            kernel.sums(gradient, gradient, preconditioned, y, range.from(), range.to(), products);
            gradientDotParams += products.gradientDotParams();
            normSquared += range.group().rateScale() * products.directionNormSquared();
            kernel.combine(1, preconditioned, decay(range.group()), y, update, range.from(), range.to());
        }
        requireFinite(count.k(), "inner product of gradient and parameters", gradientDotParams);
        return Math.sqrt(requireFinite(count.k(), "squared norm of the gradient", normSquared));
    }

    private double decay(ParameterGroup group) {
        return group.weightDecay().orElse(weightDecay);
    }

    /** Pass (b): equations 9.13 and 9.15. */
    private void write(double rate, double share, FlatVector y) {
        if (count.k() == 1) {
            z.copyFrom(y);
        }
        double ahead = 1 - beta * (1 - share); // how much of the step of z is taken by y
        for (int i = 0; i < ranges.size(); i++) {
            GroupRange range = ranges.get(i);
            double step = range.group().rateScale() * rate;
            kernel.combine(1 - share, y, share, z, y, range.from(), range.to());
            kernel.move(y, 1, step * ahead, update, range.from(), range.to());
            kernel.move(z, 1, step, update, range.from(), range.to());
        }
        preconditioner.accept();
        weights.accept();
        count.advance();
    }

    /** x = (y − (1 − β) z)/β (equation 9.15). */
    @Override
    public void evaluationPoint(FlatVector y, FlatVector out) {
        FlatVector.requireSame("params", y, setting.type(), setting.layout().size());
        FlatVector.requireSame("out", out, setting.type(), setting.layout().size());
        if (count.k() == 1) {
            out.copyFrom(y);
        } else {
            kernel.combine(1 / beta, y, 1 - 1 / beta, z, out, 0, out.size());
        }
    }

    @Override
    public State state() {
        return count.into(State.version(1)).with("weights", weights.state()).with("z", z)
                .with("preconditioner", preconditioner.state());
    }

    @Override
    public void restore(State state) {
        StepCount restored = StepCount.from(state.requireVersion(1));
        FlatVector restoredZ = state.vector("z", z.type(), z.size());
        State ofWeights = IterateWeights.checked(state.child("weights"));
        preconditioner.restore(state.child("preconditioner"));
        weights.restore(ofWeights);
        z.copyFrom(restoredZ);
        count = restored;
    }
}
