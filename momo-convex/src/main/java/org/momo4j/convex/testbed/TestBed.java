package org.momo4j.convex.testbed;

import java.util.List;
import java.util.stream.Stream;
import org.momo4j.api.theory.Problem;

/**
 * The convex problems on which MoMo's theory is verified (MATH.md section 5). {@link #entries()} costs nothing; building
 * all takes a second or two.
 */
public final class TestBed {
    private TestBed() {}

    /** All problems, not built yet; names are unique. */
    public static List<Entry> entries() {
        return Stream.of(SyntheticCases.entries(), DeterministicCases.entries(), RealCases.entries(),
                Controls.entries()).flatMap(List::stream).toList();
    }

    /** Problems on which all hypotheses of T1, T2, the certificate and T3 hold; where SMOOTH does, those of T4 too. */
    public static List<Problem> interpolating() {
        return entries().stream().filter(Entry::interpolating).map(e -> e.build().get()).toList();
    }

    /** Problems without interpolation: checks that need it must be seen to fail. */
    public static List<Problem> controls() {
        return entries().stream().filter(e -> !e.interpolating()).map(e -> e.build().get()).toList();
    }

    /**
     * max_i |x_i − x*_i| with x*_i = i^(−1/2−ε): without momentum one run decays like K^(−1/2−ε).
     *
     * @param epsilon positive
     * @param n       number of coordinates; the decay is seen until step n
     */
    public static Problem tight(double epsilon, int n) {
        return DeterministicCases.tight(epsilon, n);
    }

    /** max_i |x_i − x*_i| with x*_i = 1/√n: without momentum the gap stays at G R/√n until step n. */
    public static Problem tightUniform(int n) {
        return DeterministicCases.tightUniform(n);
    }
}
