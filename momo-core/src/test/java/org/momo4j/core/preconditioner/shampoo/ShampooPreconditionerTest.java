package org.momo4j.core.preconditioner.shampoo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.momo4j.api.state.State;
import org.momo4j.api.step.NonFiniteStepException;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.NamedTensor.Order;
import org.momo4j.api.vector.ParameterGroup;
import org.momo4j.api.vector.ParameterLayout;

/** Shampoo's metric against the explicit matrix of its Kronecker product. */
class ShampooPreconditionerTest {
    private static final double EPSILON = 1e-3;

    private static ParameterLayout matrix(Order order, long... shape) {
        return ParameterLayout.builder().tensor("w", ParameterGroup.DEFAULT, order, shape).build();
    }

    private static FlatVector gaussian(SplittableRandom random, int n) {
        double[] values = new double[n];
        Arrays.setAll(values, i -> random.nextGaussian());
        return FlatVector.of(values);
    }

    private static FlatVector apply(ShampooPreconditioner shampoo, FlatVector vector) {
        return shampoo.applyInverse(vector, vector.zerosLike());
    }

    /** The explicit D_k^-1, column by column. */
    private static RealMatrix inverse(ShampooPreconditioner shampoo, int n) {
        RealMatrix inverse = new Array2DRowRealMatrix(n, n);
        for (int j = 0; j < n; j++) {
            FlatVector unit = FlatVector.of(new double[n]);
            unit.set(j, 1);
            inverse.setColumn(j, apply(shampoo, unit).toArray());
        }
        return inverse;
    }

    private static RealMatrix kronecker(RealMatrix a, RealMatrix b) {
        int m = b.getRowDimension();
        int n = a.getRowDimension() * m;
        RealMatrix product = new Array2DRowRealMatrix(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                product.setEntry(i, j, a.getEntry(i / m, j / m) * b.getEntry(i % m, j % m));
            }
        }
        return product;
    }

    /** No eigenvalues: (D^-1)^4 (L ⊗ R) = I says that D = (L ⊗ R)^(1/4) = L^(1/4) ⊗ R^(1/4). */
    private static void assertFourthRoot(RealMatrix inverse, RealMatrix left, RealMatrix right) {
        RealMatrix product = inverse.power(4).multiply(kronecker(left, right));
        int n = product.getRowDimension();
        assertEquals(0, product.subtract(MatrixUtils.createRealIdentityMatrix(n)).getNorm(), 1e-8);
        assertEquals(0, inverse.subtract(inverse.transpose()).getNorm(), 1e-12 * inverse.getNorm());
        new CholeskyDecomposition(inverse, 1e-9, 0); // refuses what is not positive definite
    }

    @Test
    @DisplayName("D_k^-1 is the inverse fourth root of L ⊗ R, rows along the first axis, in both orders of memory")
    void explicitMatrix() {
        for (Order order : Order.values()) {
            SplittableRandom random = new SplittableRandom(1);
            ShampooPreconditioner shampoo = new ShampooPreconditioner(matrix(order, 3, 2, 2), EPSILON, 1, 10);
            RealMatrix left = MatrixUtils.createRealIdentityMatrix(3).scalarMultiply(EPSILON);
            RealMatrix right = MatrixUtils.createRealIdentityMatrix(4).scalarMultiply(EPSILON);
            for (int k = 1; k <= 5; k++) {
                FlatVector gradient = gaussian(random, 12);
                RealMatrix g = new Array2DRowRealMatrix(3, 4);
                for (int i = 0; i < 12; i++) {
                    g.setEntry(order == Order.ROW_MAJOR ? i / 4 : i % 3, order == Order.ROW_MAJOR ? i % 4 : i / 3,
                            gradient.get(i));
                }
                left = left.add(g.multiply(g.transpose()));
                right = right.add(g.transpose().multiply(g));
                shampoo.observe(k, 1, gradient, gradient);
                RealMatrix inverse = inverse(shampoo, 12);
                if (order == Order.ROW_MAJOR) {
                    assertFourthRoot(inverse, left, right);
                } else { // the flat index runs along columns: R is the outer factor
                    assertFourthRoot(inverse, right, left);
                }
                shampoo.accept();
            }
        }
    }

    @Property(tries = 60)
    void symmetricPositiveDefinite(@ForAll @IntRange(min = 1, max = 6) int rows,
            @ForAll @IntRange(min = 1, max = 6) int columns, @ForAll @DoubleRange(min = -6, max = 6) double logScale,
            @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = rows * columns;
        ShampooPreconditioner shampoo = new ShampooPreconditioner(matrix(Order.ROW_MAJOR, rows, columns), 1e-6, 2, 6);
        for (int k = 1; k <= 3; k++) {
            FlatVector gradient = gaussian(random, n);
            for (int i = 0; i < n; i++) {
                gradient.set(i, Math.pow(10, logScale) * gradient.get(i));
            }
            shampoo.observe(k, 1, gradient, gradient);
            shampoo.accept();
        }
        RealMatrix inverse = inverse(shampoo, n);
        assertTrue(inverse.subtract(inverse.transpose()).getNorm() <= 1e-12 * inverse.getNorm());
        for (int trial = 0; trial < 10; trial++) {
            FlatVector u = gaussian(random, n);
            FlatVector inverseU = apply(shampoo, u);
            double product = 0;
            for (int i = 0; i < n; i++) {
                product += u.get(i) * inverseU.get(i);
            }
            assertTrue(product > 0 && product < Double.POSITIVE_INFINITY, "<u, D^-1 u> is " + product);
        }
    }

    @Test
    @DisplayName("vectors and matrices with a longer side than maxDimension have D = diag((ε + Σ g²)^(1/2))")
    void diagonal() {
        ParameterLayout layout = ParameterLayout.builder().tensor("w", 3, 2).tensor("b", 2).tensor("none", 0, 4)
                .build();
        ShampooPreconditioner shampoo = new ShampooPreconditioner(layout, EPSILON, 1, 2);
        double[] squares = new double[8];
        SplittableRandom random = new SplittableRandom(3);
        for (int k = 1; k <= 4; k++) {
            FlatVector g = gaussian(random, 8);
            FlatVector d = gaussian(random, 8);
            shampoo.observe(k, 1, g, d);
            FlatVector inverse = apply(shampoo, d);
            for (int i = 0; i < 8; i++) {
                squares[i] += g.get(i) * g.get(i);
                assertEquals(d.get(i) / Math.sqrt(EPSILON + squares[i]), inverse.get(i),
                        1e-14 * Math.abs(d.get(i)) * 40);
            }
            shampoo.accept();
        }
    }

    @Test
    @DisplayName("a side as long as maxDimension still has its factor, one longer has none")
    void longestSide() {
        for (long[] shape : new long[][]{{4, 3}, {3, 4}}) {
            assertTrue(hasFactors(shape, 4), Arrays.toString(shape));
            assertFalse(hasFactors(shape, 3), Arrays.toString(shape));
        }
        assertTrue(hasFactors(new long[]{1, 1}, 1));
    }

    private static boolean hasFactors(long[] shape, int maxDimension) {
        State state = new ShampooPreconditioner(matrix(Order.ROW_MAJOR, shape), EPSILON, 1, maxDimension).state();
        return state.children().values().iterator().next().children().containsKey("left");
    }

    @Test
    @DisplayName("roots are kept as they are: positive, and not as two negative ones whose product is right")
    void rootsArePositive() {
        ShampooPreconditioner shampoo = new ShampooPreconditioner(matrix(Order.ROW_MAJOR, 2, 2), EPSILON, 1, 5);
        FlatVector gradient = FlatVector.of(1, 2, 3, 4);
        shampoo.observe(1, 1, gradient, gradient);
        shampoo.accept();
        State factors = shampoo.state().children().values().iterator().next();
        for (String side : new String[]{"left", "right"}) {
            FlatVector root = factors.child(side).vector("root", ElementType.FLOAT64, 4);
            assertTrue(root.get(0) > 0 && root.get(3) > 0, side + " root is " + Arrays.toString(root.toArray()));
        }
    }

    @Test
    @DisplayName("between renewals the roots stay, and a restored metric renews them at the same steps")
    void rootInterval() {
        SplittableRandom random = new SplittableRandom(4);
        ShampooPreconditioner shampoo = new ShampooPreconditioner(matrix(Order.ROW_MAJOR, 3, 3), EPSILON, 3, 5);
        ShampooPreconditioner restored = new ShampooPreconditioner(matrix(Order.ROW_MAJOR, 3, 3), EPSILON, 3, 5);
        FlatVector probe = gaussian(random, 9);
        double[] before = new double[0];
        for (int k = 1; k <= 8; k++) {
            restored.restore(shampoo.state());
            FlatVector gradient = gaussian(random, 9);
            shampoo.observe(k, 1, gradient, gradient);
            restored.observe(k, 1, gradient, gradient);
            double[] now = apply(shampoo, probe).toArray();
            assertArrayEquals(now, apply(restored, probe).toArray());
            if (k % 3 == 1) {
                assertFalse(Arrays.equals(before, now), "renewed at step " + k);
            } else {
                assertArrayEquals(before, now);
            }
            before = now;
            shampoo.accept();
        }
    }

    @Test
    @DisplayName("gradients near the limits of a double: refused, or a metric that is sound")
    void extremes() {
        ShampooPreconditioner shampoo = new ShampooPreconditioner(matrix(Order.ROW_MAJOR, 2, 2), EPSILON, 1, 5);
        FlatVector tooLarge = FlatVector.of(1e200, 1, 1, 1);
        assertThrows(NonFiniteStepException.class, () -> shampoo.observe(1, 1, tooLarge, tooLarge));
        FlatVector large = FlatVector.of(1e150, -1e150, 3e149, 1);
        shampoo.observe(1, 1, large, large);
        RealMatrix inverse = inverse(shampoo, 4);
        assertTrue(new LUDecomposition(inverse.scalarMultiply(1 / inverse.getNorm())).getDeterminant() > 0);
    }

    @Test
    @DisplayName("settings out of their range are refused")
    void ranges() {
        ParameterLayout layout = matrix(Order.ROW_MAJOR, 2, 2);
        for (double epsilon : new double[]{0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> new ShampooPreconditioner(layout, epsilon, 1, 5));
        }
        assertThrows(IllegalArgumentException.class, () -> new ShampooPreconditioner(layout, 1, 0, 5));
        assertThrows(IllegalArgumentException.class, () -> new ShampooPreconditioner(layout, 1, 1, 0));
    }
}
