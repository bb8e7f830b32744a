package org.momo4j.core.kernel.vector;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import org.momo4j.core.kernel.InnerProducts;

/** The inner products of a step in exact arithmetic, from d, v as they are stored and x as it was. */
final class ExactSums {
    private BigDecimal gx = BigDecimal.ZERO;
    private BigDecimal dx = BigDecimal.ZERO;
    private BigDecimal dd = BigDecimal.ZERO;
    private BigDecimal absoluteGx = BigDecimal.ZERO;
    private BigDecimal absoluteDx = BigDecimal.ZERO;

    ExactSums(StepKernel kernel, StepVectors before, int from, int to) {
        StepVectors written = before.copy();
        kernel.write(false, written, from, to);
        for (int i = from; i < to; i++) {
            BigDecimal d = new BigDecimal(written.d().get(i));
            BigDecimal x = new BigDecimal(before.x().get(i));
            BigDecimal gxi = new BigDecimal(before.g().get(i)).multiply(x);
            BigDecimal dxi = d.multiply(x);
            gx = gx.add(gxi);
            dx = dx.add(dxi);
            absoluteGx = absoluteGx.add(gxi.abs());
            absoluteDx = absoluteDx.add(dxi.abs());
            dd = dd.add(d.multiply(new BigDecimal(kernel.preconditioned(written, i))));
        }
    }

    /** Fails where a sum is off by more than {@code tolerance} times the sum of its absolute terms. */
    void assertClose(double tolerance, InnerProducts sums) {
        assertClose(tolerance, gx, absoluteGx, sums.gradientDotParams());
        assertClose(tolerance, dx, absoluteDx, sums.directionDotParams());
        assertClose(tolerance, absoluteDx, absoluteDx, sums.absoluteDirectionDotParams());
        assertClose(tolerance, dd, dd, sums.directionNormSquared());
    }

    private static void assertClose(double tolerance, BigDecimal exact, BigDecimal absolute, double sum) {
        double error = exact.subtract(new BigDecimal(sum)).abs().doubleValue();
        assertTrue(error <= tolerance * absolute.doubleValue(), sum + " is off by " + error);
    }
}
