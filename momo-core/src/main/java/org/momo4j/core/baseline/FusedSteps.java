package org.momo4j.core.baseline;

import static org.momo4j.api.step.NonFiniteStepException.requireFinite;

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
 * MoMo: pass (a) finds out whether all is finite, before pass (b) changes anything. Weight decay is added to the gradient.
 */
public final class FusedSteps implements Stateful, Weights {
    private final Setting setting;
    private final CoupledDecay decay;
    private final Passes passes;
    private final Sums sums = new Sums();
    private long made;
    private double a;
    private double b;
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
        this.setting = setting;
        decay = new CoupledDecay(weightDecay, setting);
        Groups groups = Groups.withoutDecay(setting.layout());
        passes = Passes.of(preconditioner, false, groups, setting);
        nothing = FlatVector.zeros(setting.type(), 0);
        params = nothing;
        gradient = nothing;
        rateAt(1);
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
        rate = rateAt(k());
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
        made++;
        params = nothing;
        gradient = nothing;
    }

    /** α_k of the step that was read. */
    public double rate() {
        return rate;
    }

    private double rateAt(long k) {
        double alpha = setting.learningRate().at(k);
        if (!(alpha > 0 && alpha < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "learning rate at step " + k + " is " + alpha + "; it must be in (0, inf)");
        }
        return alpha;
    }

    @Override
    public long k() {
        return made + 1;
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
    public State state() {
        return State.version(1).with("k", made).with("passes", passes.state());
    }

    @Override
    public void restore(State state) {
        double restored = state.requireVersion(1).scalar("k");
        if (!(restored >= 0 && restored == Math.rint(restored))) {
            throw new IllegalArgumentException("state has made " + restored + " steps; a whole number is needed");
        }
        passes.restore(state.child("passes"));
        made = (long) restored;
    }
}
