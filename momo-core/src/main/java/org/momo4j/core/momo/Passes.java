package org.momo4j.core.momo;

import org.momo4j.api.state.Stateful;
import org.momo4j.api.vector.FlatVector;

/**
 * The two passes of a step over memory. Pass (a) only reads and forms all sums; pass (b) writes direction, metric and
 * parameters. Between them the step can be refused, and then nothing has changed.
 */
interface Passes extends Stateful {
    /** Pass (a): fills {@code sums} for the averages-to-be. */
    void read(Averages averages, double rate, FlatVector params, FlatVector gradient, Sums sums);

    /** Pass (b): x_i ← (x_i − τ_k c_i D_i^-1 d_i)/(1 + c_i α λ_i), or its decoupled form, and d_k, D_k become final. */
    void write(double rate, double stepSize, FlatVector params, FlatVector gradient);
}
