package org.momo4j.lab.plot;

import java.awt.Color;
import java.awt.Stroke;
import java.util.List;
import org.momo4j.convex.verify.Curve;
import org.momo4j.convex.verify.ProblemResult;

/**
 * The colour and line of every method, the same in all pictures of a verification.
 *
 * @param methods all methods, as {@link CurveLabel} names them
 */
public record MethodColours(List<String> methods) {
    /** Colours for all methods of these problems, those too that a picture leaves out. */
    public static MethodColours of(List<ProblemResult> results) {
        return new MethodColours(results.stream().flatMap(r -> r.curves().stream())
                .map(c -> CurveLabel.of(c).method()).distinct().toList());
    }

    Color colour(String method) {
        return Style.colour(index(method));
    }

    Color colour(Curve curve) {
        return colour(CurveLabel.of(curve).method());
    }

    Stroke line(String method) {
        return Style.mean(index(method));
    }

    Stroke line(Curve curve) {
        return line(CurveLabel.of(curve).method());
    }

    private int index(String method) {
        return Math.max(0, methods.indexOf(method));
    }
}
