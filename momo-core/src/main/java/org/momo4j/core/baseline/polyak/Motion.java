package org.momo4j.core.baseline.polyak;

import org.momo4j.api.state.Stateful;
import org.momo4j.api.vector.FlatVector;

/** How a method moves once its step size is known. */
interface Motion extends Stateful {
    /** Moves the parameters; refuses nothing. */
    void move(double stepSize, FlatVector gradient, FlatVector params);
}
