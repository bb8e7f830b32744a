package org.momo4j.convex.problem;

import org.momo4j.api.vector.FlatVector;

/** The largest |x_i − y_i| of a block: a maximum is the same in whatever order it is taken. */
interface BlockMaximum {
    /** max |x_i − y_i| for i in [from, to); NaN if an x_i is. */
    double of(FlatVector x, double[] target, int from, int to);

    /** The fastest that this virtual machine can run: explicit vectors where their module is present. */
    static BlockMaximum best() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
                ? VectorMaximum.create()
                : new PlainMaximum();
    }
}
