package org.momo4j.core.baseline;

import static org.momo4j.api.step.NonFiniteStepException.requireFinite;

import org.momo4j.api.method.LearningRate;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.step.Sample;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.ParameterLayout.GroupRange;
import org.momo4j.core.kernel.Loops;

/**
 * What the baselines ask of a step before they change anything: vectors of the right size and type, finite numbers, a
 * positive and finite learning rate.
 */
final class Gradients {
    private final Setting setting;
    private final LearningRate learningRate;

    Gradients(Setting setting) {
        this.setting = setting;
        this.learningRate = setting.learningRate();
        rate(1);
    }

    void require(long k, FlatVector params, Sample sample) {
        FlatVector gradient = sample.gradient();
        FlatVector.requireSame("params", params, setting.type(), setting.layout().size());
        FlatVector.requireSame("gradient", gradient, setting.type(), setting.layout().size());
        // one inner product tells: 0 * NaN and 0 * inf are NaN
        requireFinite(k, "inner product of gradient and parameters", Loops.dot(gradient, params, 0, params.size()));
    }

    double rate(long k) {
        double rate = learningRate.at(k);
        if (!(rate > 0 && rate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "learning rate at step " + k + " is " + rate + "; it must be in (0, inf)");
        }
        return rate;
    }

    /** out = g + λ_i x, the coupled (L2) weight decay of the classical methods. */
    void decayed(double weightDecay, FlatVector params, FlatVector gradient, FlatVector out) {
        for (GroupRange range : setting.layout().ranges()) {
            double lambda = range.group().weightDecay().orElse(weightDecay);
            Loops.combine(1, gradient, lambda, params, out, range.from(), range.to());
        }
    }

    /** x_i ← x_i − α c_i u_i. */
    void move(double rate, FlatVector params, FlatVector direction) {
        for (GroupRange range : setting.layout().ranges()) {
            Loops.move(params, 1, rate * range.group().rateScale(), direction, range.from(), range.to());
        }
    }
}
