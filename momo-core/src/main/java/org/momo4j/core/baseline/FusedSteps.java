package org.momo4j.core.baseline;

import static org.momo4j.api.step.NonFiniteStepException.requireFinite;

import org.momo4j.api.method.Decay;
import org.momo4j.api.method.LearningRate;
import org.momo4j.api.method.Preconditioner;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.state.State;
import org.momo4j.api.state.Stateful;
import org.momo4j.api.step.Sample;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.core.pass.Groups;
import org.momo4j.core.pass.Passes;
import org.momo4j.core.pass.Sums;
import org.momo4j.core.pass.Weights;

/**
 * The steps of a classical method, x_i ← x_i − α_k c_i D_k^-1 d_k with d_k = a d_{k-1} + b g_k, on the two passes of
 * MoMo: pass (a) finds out whether all is finite, before pass (b) changes anything. Weight decay is added to the gradient,
 * unless it is decoupled.
 */
public final class FusedSteps implements Stateful, Weights {
    private final Setting setting;
    private final CoupledDecay decay;
    private final Passes passes;
    private final Sums sums = new Sums();
    private final LearningRate learningRate;
    private StepCount count = new StepCount();
    private double a;
    private double b;
    private final double p;
    private final double q;
    private double rate;
    /** In the place of the caller's vectors, of which nothing is kept between steps. */
    private final FlatVector nothing;
    private FlatVector params;
    private FlatVector gradient;

    /**
     * Steps in a metric.
     *
     * @throws IllegalArgumentException if the learning rate is not positive and finite
     */
    public FusedSteps(Preconditioner preconditioner, double weightDecay, Setting setting) {
        this(CoupledDecay.of(weightDecay, setting),
                Passes.of(preconditioner, false, Groups.withoutDecay(setting.layout()), setting), 1, 0, setting);
    }

    private FusedSteps(CoupledDecay decay, Passes passes, double p, double q, Setting setting) {
        this.setting = setting;
        this.decay = decay;
        this.passes = passes;
        this.p = p;
        this.q = q;
        nothing = FlatVector.zeros(setting.type(), 0);
        params = nothing;
        gradient = nothing;
        learningRate = new CheckedRate(setting.learningRate(), CheckedRate.FINITE);
    }

    /**
     * Steps whose decay does not pass through the metric: x_i ← (1 − c_i α_k λ_i) x_i − τ_k c_i D_k^-1 d_k.
     *
     * @throws IllegalArgumentException if the learning rate is not positive and finite
     */
    public static FusedSteps decoupled(Preconditioner preconditioner, double weightDecay, Setting setting) {
        Groups groups = new Groups(setting.layout(), weightDecay, Decay.DECOUPLED);
        return new FusedSteps(CoupledDecay.none(setting), Passes.of(preconditioner, false, groups, setting), 1, 0,
                setting);
    }

    /**
     * Steps along p d_k + q g_k in place of d_k.
     *
     * @throws IllegalArgumentException if the learning rate is not positive and finite
     */
    public static FusedSteps lookingAhead(double p, double q, Preconditioner preconditioner, double weightDecay,
            Setting setting) {
        return new FusedSteps(CoupledDecay.of(weightDecay, setting),
                Passes.of(preconditioner, true, Groups.withoutDecay(setting.layout()), setting), p, q, setting);
    }

    /**
     * Pass (a).
     *
     * @return |d_k| in D_k^-1
     */
    public double read(double old, double fresh, FlatVector x, Sample sample) {
        FlatVector.requireSame("params", x, setting.type(), setting.layout().size());
        FlatVector.requireSame("gradient", sample.gradient(), setting.type(), setting.layout().size());
        a = old;
        b = fresh;
        rate = learningRate.at(k());
        params = x;
        gradient = decay.addTo(sample.gradient(), x);
        passes.read(this, rate, params, gradient, sums);
        requireFinite(k(), "inner product of gradient and parameters", sums.gradientDotParams());
        requireFinite(k(), "inner product of averaged gradient and parameters", sums.directionDotParams());
        return Math.sqrt(requireFinite(k(), "squared norm of the averaged gradient", sums.directionNormSquared()));
    }

    /** Pass (b). */
    public void write(double stepSize) {
        passes.write(rate, stepSize, params, gradient);
        count.advance();
        params = nothing;
        gradient = nothing;
    }

    /** α_k of the step that was read. */
    public double rate() {
        return rate;
    }

    @Override
    public long k() {
        return count.k();
    }

    @Override
    public double a() {
        return a;
    }

    @Override
    public double b() {
        return b;
    }

    @Override
    public double p() {
        return p;
    }

    @Override
    public double q() {
        return q;
    }

    @Override
    public State state() {
        return count.into(State.version(1)).with("passes", passes.state());
    }

    @Override
    public void restore(State state) {
        StepCount restored = StepCount.from(state.requireVersion(1));
        passes.restore(state.child("passes"));
        count = restored;
    }
}
