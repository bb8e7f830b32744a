package org.momo4j.bench.kernel;

import java.util.Locale;
import org.momo4j.api.vector.ElementType;

/**
 * What can be timed, and what it has to move: the elements of vectors that one parameter costs, each read and each write
 * counted once. A method that checks a step before it writes reads everything twice: MoMo reads g, d, x, then reads them
 * again and writes d and x.
 */
public enum Kernel {
    /** A step of MoMo. */
    MOMO(8, "a step of MoMo"),
    /** A step of MoMo-Adam, whose v is read twice and written too. */
    MOMO_ADAM(11, "a step of MoMo-Adam"),
    /** A step of SGD with momentum. */
    SGD_M(8, "a step of SGD with momentum"),
    /** A step of Adam. */
    ADAM(11, "a step of Adam"),
    /** A step of MoMo in a metric that no kernel knows; counted as what MoMo has to move, whatever the path moves. */
    MOMO_GENERIC(8, "a step of MoMo as a plugin gets it: its metric is the identity, but no kernel knows that"),
    /** The ceiling. */
    AXPY(3, "the ceiling, y <- y + a x in place"),
    /** The other ceiling. */
    COPY(2, "y <- x");

    private final int moved;
    private final String description;

    Kernel(int moved, String description) {
        this.moved = moved;
        this.description = description;
    }

    /** Bytes that one parameter costs. */
    public int bytes(ElementType type) {
        return moved * type.bytes();
    }

    /** One line. */
    public String description() {
        return description;
    }

    /** The name as people and documents write it, say {@code momo-adam}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
