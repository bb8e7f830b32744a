package org.momo4j.core.pass;

import java.util.Arrays;
import java.util.List;
import org.momo4j.api.method.Decay;
import org.momo4j.api.vector.ParameterLayout;
import org.momo4j.api.vector.ParameterLayout.GroupRange;

/**
 * The parameter groups of one optimizer: ranges of the flat vector with their weight decay λ_i and learning-rate scale
 * c_i (MATH.md section 3).
 */
public final class Groups {
    private final long[] from;
    private final long[] to;
    private final double[] decay;
    private final double[] scale;
    private final Decay kind;

    /** The groups of a layout. A group without a weight decay of its own has {@code weightDecay}. */
    public Groups(ParameterLayout layout, double weightDecay, Decay kind) {
        List<GroupRange> ranges = layout.ranges();
        from = ranges.stream().mapToLong(GroupRange::from).toArray();
        to = ranges.stream().mapToLong(GroupRange::to).toArray();
        decay = ranges.stream().mapToDouble(r -> r.group().weightDecay().orElse(weightDecay)).toArray();
        scale = ranges.stream().mapToDouble(r -> r.group().rateScale()).toArray();
        this.kind = kind;
    }

    /** The groups of a layout, in which nothing decays, whatever they say. */
    public static Groups withoutDecay(ParameterLayout layout) {
        Groups groups = new Groups(layout, 0, Decay.PROXIMAL);
        Arrays.fill(groups.decay, 0);
        return groups;
    }

    int count() {
        return from.length;
    }

    long from(int i) {
        return from[i];
    }

    long to(int i) {
        return to[i];
    }

    /** c_i. */
    double scale(int i) {
        return scale[i];
    }

    /** c_i α λ_i; zero without decay, whatever α. */
    double rateTimesDecay(int i, double rate) {
        return decay[i] == 0 ? 0 : scale[i] * rate * decay[i];
    }

    /** 1 + c_i α λ_i, the divisor of the proximal step. The adaptive term keeps it under decoupled decay too. */
    double shrinkage(int i, double rate) {
        return 1 + rateTimesDecay(i, rate);
    }

    /** What multiplies x in the step: 1/(1 + c_i α λ_i), or 1 − c_i α λ_i under decoupled decay. */
    double keep(int i, double rate) {
        return (kind == Decay.DECOUPLED ? 1 - rateTimesDecay(i, rate) : 1) / divisor(i, rate);
    }

    /** What multiplies D_i^-1 d_i in the step: τ_k c_i/(1 + c_i α λ_i), or τ_k c_i under decoupled decay. */
    double step(int i, double rate, double stepSize) {
        return stepSize * scale[i] / divisor(i, rate);
    }

    /** What divides the step: 1 + c_i α λ_i, or 1 under decoupled decay. */
    private double divisor(int i, double rate) {
        return kind == Decay.PROXIMAL ? shrinkage(i, rate) : 1;
    }

    /** Refuses an infinite rate where something decays: 1 + α λ would be infinite. */
    public void requireFiniteRateIfDecaying(double rate) {
        if (rate == Double.POSITIVE_INFINITY) {
            for (double lambda : decay) {
                if (lambda > 0) {
                    throw new IllegalArgumentException("learning rate is infinite and weight decay is " + lambda
                            + "; an infinite learning rate needs weight decay 0");
                }
            }
        }
    }
}
