package org.momo4j.lab.verification;

import java.util.Comparator;
import java.util.Optional;
import org.momo4j.convex.verify.Curve;
import org.momo4j.convex.verify.ProblemResult;

/** The curve of a problem that comes nearest to what theory allows: the one that tables and documents show. */
final class Worst {
    private Worst() {}

    /** The curve with the largest ratio of gap to bound; the first one if none has a bound. */
    static Optional<Curve> of(ProblemResult result) {
        return result.curves().stream()
                .max(Comparator.comparingDouble(c -> Double.isNaN(c.worstRatio()) ? -1 : c.worstRatio()));
    }
}
