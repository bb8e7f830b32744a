package org.momo4j.lab.plot;

import java.util.List;
import org.momo4j.convex.verify.Curve;
import org.momo4j.convex.verify.ProblemResult;

/** The curves of a problem that may stand beside each other: bands over few runs are no match for bands over many. */
final class DrawnCurves {
    private DrawnCurves() {}

    /** The curves that are means over as many runs as any of the problem. */
    static List<Curve> of(ProblemResult result) {
        int most = result.curves().stream().mapToInt(Curve::paths).max().orElse(0);
        return result.curves().stream().filter(c -> c.paths() == most).toList();
    }
}
