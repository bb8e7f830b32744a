package org.momo4j.api.method;

import org.momo4j.api.state.Stateful;
import org.momo4j.api.step.Sample;

/** A strategy for the lower bound f* of the loss (MATH.md section 4). */
public interface LowerBound extends Stateful {
    /** What a bound speaks of. */
    enum Scope {
        /** The averaged loss: the value is used as f*. */
        AVERAGED,
        /** This step's sample, f*(s_k): MoMo averages the values with the weights of the loss. */
        SAMPLE
    }

    /** What {@link #before} speaks of. */
    default Scope scope() {
        return Scope.AVERAGED;
    }

    /**
     * The bound to use at this step. May form a new estimate, but must not keep it until {@link #after} is called: the
     * step may still be refused.
     *
     * @param model  the model at x_k
     * @param sample the function of this step
     */
    double before(Model model, Sample sample);

    /**
     * The step was made: updates the estimate.
     *
     * @param model      the model that {@link #before} was given for this step
     * @param lowerBound what {@link #before} returned for this step
     * @param stepSize   τ_k
     */
    default void after(Model model, double lowerBound, double stepSize) {}

    /** The present estimate: where the next step starts from. NaN where a single number has no meaning. */
    double value();
}
