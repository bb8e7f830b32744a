package org.momo4j.api.step;

import java.util.Set;
import org.momo4j.api.state.Stateful;
import org.momo4j.api.vector.FlatVector;

/**
 * Changes parameters, one step at a time. An optimizer is made for one layout and one element type, and is confined to
 * one thread at a time. It never writes the gradient, and never measures itself, logs or knows of epochs: listeners do.
 */
public interface Optimizer extends Stateful {
    /**
     * One step: reads the sample, writes the parameters. It happens whole or not at all.
     *
     * @param params x_k on entry, x_{k+1} on return
     * @param sample the function of this step, evaluated at x_k
     * @return what was done
     * @throws NonFiniteStepException   if a loss, a gradient, a parameter or a sum of them is not finite; nothing has
     *                                  changed
     * @throws IllegalArgumentException if a vector has another size or type than this optimizer was made for; nothing
     *                                  has changed
     */
    StepReport step(FlatVector params, Sample sample);

    /** A step on a sample of which only loss and gradient are known. */
    default StepReport step(FlatVector params, FlatVector gradient, double loss) {
        return step(params, Sample.of(loss, gradient));
    }

    /** What a sample must offer beyond its gradient. */
    default Set<Need> needs() {
        return Set.of();
    }

    /**
     * The point at which the method wants to be judged, where it differs from the parameters that it trains: x of schedule-free
     * methods, an average of iterates. Gradients are always taken at the parameters; what is measured, reported or kept as
     * the result of training is this point. It may be asked for after any step, or before the first, and changes nothing.
     *
     * @param params the parameters as the last step left them; training goes on from there
     * @param out    receives the point; another vector than {@code params}
     * @throws IllegalArgumentException if a vector has another size or type than this optimizer was made for
     */
    default void evaluationPoint(FlatVector params, FlatVector out) {
        out.copyFrom(params);
    }
}
