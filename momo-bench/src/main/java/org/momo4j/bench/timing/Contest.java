package org.momo4j.bench.timing;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.momo4j.bench.kernel.Kernel;
import org.momo4j.bench.kernel.Point;

/**
 * Kernels that are compared at one point. The ceiling is always among them.
 *
 * @param point   where
 * @param kernels which, in the order in which they are shown
 */
public record Contest(Point point, List<Kernel> kernels) {
    /** A contest of these kernels, and of the ceiling. */
    public Contest {
        SequencedSet<Kernel> all = new LinkedHashSet<>(kernels);
        all.add(Kernel.AXPY);
        kernels = List.copyOf(all);
    }
}
