package org.momo4j.core.averaging;

/** The range of a momentum coefficient. */
final class Beta {
    private Beta() {}

    static void require(double beta) {
        if (!(beta >= 0 && beta < 1)) {
            throw new IllegalArgumentException("momentum beta is " + beta + "; it must be in [0, 1)");
        }
    }
}
