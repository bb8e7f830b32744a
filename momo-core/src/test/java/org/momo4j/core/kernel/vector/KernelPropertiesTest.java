package org.momo4j.core.kernel.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.momo4j.api.vector.ElementType;
import org.momo4j.core.kernel.AdamMetric;
import org.momo4j.core.kernel.InnerProducts;
import org.momo4j.core.kernel.choice.Kernels;

/** Vector kernels against plain loops, for any weights, metric, length and offset. */
class KernelPropertiesTest {
    @Property(tries = 300)
    @Label("D = I: the same bits written, the same sums to rounding")
    void euclidean(@ForAll ElementType type, @ForAll @IntRange(max = 20_000) int length,
            @ForAll @IntRange(max = 70) int from, @ForAll @Scale(12) @DoubleRange(max = 1) double a,
            @ForAll @Scale(12) @DoubleRange(max = 3) double b,
            @ForAll @Scale(12) @DoubleRange(min = -1, max = 1) double keep,
            @ForAll @Scale(12) @DoubleRange(max = 1e3) double step, @ForAll long seed) {
        StepVectors plain = StepVectors.spread(type, from + length + 5, seed);
        StepVectors fast = plain.copy();
        int to = from + length;
        InnerProducts defined = new InnerProducts();
        InnerProducts formed = new InnerProducts();
        Kernels.PLAIN.euclidean().sums(a, plain.d(), b, plain.g(), plain.x(), from, to, defined);
        Kernels.VECTOR.euclidean().sums(a, fast.d(), b, fast.g(), fast.x(), from, to, formed);
        assertSums(defined, formed);
        Kernels.PLAIN.euclidean().write(a, plain.d(), b, plain.g(), plain.x(), keep, step, from, to);
        Kernels.VECTOR.euclidean().write(a, fast.d(), b, fast.g(), fast.x(), keep, step, from, to);
        fast.assertSameBits(plain);
    }

    @Property(tries = 300)
    @Label("Adam's metric: the same bits written, the same sums to rounding")
    void adam(@ForAll ElementType type, @ForAll @IntRange(max = 20_000) int length,
            @ForAll @IntRange(max = 70) int from, @ForAll @Scale(12) @DoubleRange(max = 1) double a,
            @ForAll @Scale(12) @DoubleRange(max = 3) double b,
            @ForAll @Scale(12) @DoubleRange(max = 0.9999) double beta2,
            @ForAll @Scale(12) @DoubleRange(min = 1e-12, max = 1) double epsilon,
            @ForAll @Scale(12) @DoubleRange(max = 1e3) double step,
            @ForAll long seed) {
        StepVectors plain = StepVectors.spread(type, from + length + 5, seed);
        StepVectors fast = plain.copy();
        int to = from + length;
        AdamMetric metric = new AdamMetric(beta2, epsilon);
        metric.correctBy(0.3);
        InnerProducts defined = new InnerProducts();
        InnerProducts formed = new InnerProducts();
        Kernels.PLAIN.adam().sums(a, plain.d(), b, plain.g(), metric, plain.v(), plain.x(), from, to, defined);
        Kernels.VECTOR.adam().sums(a, fast.d(), b, fast.g(), metric, fast.v(), fast.x(), from, to, formed);
        assertSums(defined, formed);
        assertEquals(defined.largestSquare(), formed.largestSquare());
        Kernels.PLAIN.adam().write(a, plain.d(), b, plain.g(), metric, plain.v(), plain.x(), 0.99, step, from, to);
        Kernels.VECTOR.adam().write(a, fast.d(), b, fast.g(), metric, fast.v(), fast.x(), 0.99, step, from, to);
        fast.assertSameBits(plain);
    }

    /** |⟨g, x⟩| may be small beside its terms, of which nobody keeps the sum: it is compared beside ⟨d, x⟩'s. */
    private static void assertSums(InnerProducts defined, InnerProducts formed) {
        double absolute = defined.absoluteDirectionDotParams();
        assertEquals(absolute, formed.absoluteDirectionDotParams(), 1e-12 * absolute);
        assertEquals(defined.directionDotParams(), formed.directionDotParams(), 1e-12 * absolute);
        assertEquals(defined.directionNormSquared(), formed.directionNormSquared(),
                1e-12 * defined.directionNormSquared());
    }
}
