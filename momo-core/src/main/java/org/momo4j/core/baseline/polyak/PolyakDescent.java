package org.momo4j.core.baseline.polyak;

import static org.momo4j.api.step.NonFiniteStepException.requireFinite;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.momo4j.api.method.LearningRate;
import org.momo4j.api.method.LowerBound;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.state.State;
import org.momo4j.api.step.Acted;
import org.momo4j.api.step.Need;
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
 * The step along the gradient of this step's sample that {@link Polyak}, {@link SpsMax} and {@link AliG} have in common (MATH.md 8.5):
 *
 * <pre>
 * τ_k = min(α_k, (f_k − f*)_+/(c |g_k|² + δ))
 * </pre>
 *
 * Weight decay is added to loss and gradient. The weight of a clipped sample scales f_k − f* and g_k alike, and cancels, as in
 * MoMo without momentum.
 */
final class PolyakDescent implements Optimizer {
    private final double c;
    private final double delta;
    private final Motion motion;
    private final Setting setting;
    private final List<GroupRange> ranges;
    private final LearningRate learningRate;
    private final LowerBound lowerBound;
    private final CoupledDecay decay;
    private final LinearKernel kernel = Kernels.chosen().linear();
    private final InnerProducts formed = new InnerProducts();
    private final StepReport.Builder report = new StepReport.Builder();
    private StepCount count = new StepCount();

    /**
     * A method that has made no step.
     *
     * @throws IllegalArgumentException if the learning rate is not positive
     */
    PolyakDescent(double c, double delta, double weightDecay, Motion motion, Setting setting) {
        this.c = c;
        this.delta = delta;
        this.motion = motion;
        this.setting = setting;
        ranges = setting.layout().ranges();
        learningRate = new CheckedRate(setting.learningRate(), CheckedRate.CAP);
        lowerBound = setting.lowerBound();
        decay = CoupledDecay.of(weightDecay, setting);
    }

    @Override
    public StepReport step(FlatVector params, Sample sample) {
        FlatVector.requireSame("params", params, setting.type(), setting.layout().size());
        FlatVector.requireSame("gradient", sample.gradient(), setting.type(), setting.layout().size());
        long k = count.k();
        double alpha = learningRate.at(k);
        double loss = requireFinite(k, "loss", sample.loss());
        FlatVector gradient = decay.addTo(sample.gradient(), params);
        TangentPlane plane = plane(k, loss + decay.penalty(params), gradient, params);
        double fStar = requireFinite(k, "lower bound", lowerBound.before(plane, sample));

        double gap = plane.loss() - fStar;
        double adaptiveTerm = isPositive(gap, plane, fStar) && plane.gradientNormSquared() > 0
                ? gap / (c * plane.gradientNormSquared() + delta)
                : 0;
        double stepSize = requireFinite(k, "step size", Math.min(alpha, adaptiveTerm));

        report.k(k).loss(loss).learningRate(alpha).stepSize(stepSize).adaptiveTerm(adaptiveTerm).cap(alpha)
                .acted(acted(gap, adaptiveTerm, alpha, plane)).rho(1).lowerBound(fStar).modelValue(plane.loss())
                .directionNorm(Math.sqrt(plane.gradientNormSquared())).lossAverage(plane.loss())
                .gamma(plane.gamma()).directionDotParams(plane.directionDotParams());

        // the step is whole: from here on nothing is refused
        motion.move(stepSize, gradient, params);
        lowerBound.after(plane, fStar, stepSize);
        count.advance();
        return report.build();
    }

    private TangentPlane plane(long k, double loss, FlatVector gradient, FlatVector params) {
        double gradientDotParams = 0;
        double normSquared = 0;
        for (GroupRange range : ranges) {
            kernel.sums(gradient, gradient, gradient, params, range.from(), range.to(), formed);
            gradientDotParams += formed.gradientDotParams();
            normSquared += range.group().rateScale() * formed.directionNormSquared();
        }
        return new TangentPlane(k, requireFinite(k, "loss with weight decay", loss),
                requireFinite(k, "inner product of gradient and parameters", gradientDotParams),
                requireFinite(k, "squared norm of the gradient", normSquared));
    }

    /** The noise guard of MATH.md section 6: a gap within the rounding error of its two terms is none. */
    private static boolean isPositive(double gap, TangentPlane plane, double fStar) {
        return gap > 8 * Math.ulp(1.0) * (Math.abs(plane.loss()) + Math.abs(fStar));
    }

    private static Acted acted(double gap, double adaptiveTerm, double cap, TangentPlane plane) {
        if (adaptiveTerm > 0) {
            return adaptiveTerm <= cap ? Acted.ADAPTIVE_TERM : Acted.CAP;
        }
        if (plane.gradientNormSquared() == 0) {
            return Acted.ZERO_DIRECTION;
        }
        return gap > 0 ? Acted.NOISE_GUARD : Acted.MODEL_AT_BOUND;
    }

    @Override
    public Set<Need> needs() {
        Set<Need> needs = EnumSet.of(Need.LOSS);
        if (lowerBound.scope() == LowerBound.Scope.SAMPLE) {
            needs.add(Need.INDICES);
        }
        return needs;
    }

    @Override
    public State state() {
        return count.into(State.version(1)).with("motion", motion.state()).with("lowerBound", lowerBound.state());
    }

    @Override
    public void restore(State state) {
        StepCount restored = StepCount.from(state.requireVersion(1));
        State bound = state.child("lowerBound");
        State before = motion.state();
        motion.restore(state.child("motion"));
        try {
            lowerBound.restore(bound);
        } catch (RuntimeException e) {
            motion.restore(before);
            throw e;
        }
        count = restored;
    }
}
