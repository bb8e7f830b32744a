package org.momo4j.convex.optimum;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.momo4j.api.objective.Optimum;
import org.momo4j.convex.data.BreastCancer;
import org.momo4j.convex.data.Dataset;
import org.momo4j.convex.data.DenseRows;
import org.momo4j.convex.generator.Synthetic;

class LeastSquaresOptimumTest {
    /**
     * Recorded from SciPy 1.17.1: l2 = 0 by linalg.lstsq with columns scaled to length 1, else by linalg.qr of
     * [A; √(n l2) I] with columns scaled.
     */
    @ParameterizedTest
    @CsvSource({"false, 0, 0.028821405628058978", "false, 1e-12, 0.028821406323609938",
            "false, 1e-6, 0.029369395140483694", "false, 0.01, 0.04344598816697055",
            "false, 1, 0.059119713269588356", "false, 1e6, 0.2731245910721515", "true, 0, 0.1379799481063455",
            "true, 1e-6, 0.1379844910559185", "true, 1, 0.19634250220514848", "true, 1e6, 0.4999960104863717"})
    void agreesWithSciPyOnColumnsOfAnyScale(boolean standardised, double l2, double expected) {
        Dataset data = BreastCancer.load();
        Optimum optimum = LeastSquaresOptimum.of(standardised ? data.standardised().withSigns() : data, l2);
        assertEquals(expected, optimum.value(), 1e-14);
        assertTrue(optimum.certificate().gap() >= 0 && optimum.certificate().gap() <= 1e-14, optimum.toString());
        assertTrue(optimum.minimiser().isPresent());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-12, 1e-3, 1, 1e9})
    void oneColumnHasAClosedForm(double l2) {
        Dataset data = Dataset.of("d", DenseRows.of(new double[][]{{1}, {2}, {-3}}), 4, -5, 6);
        // (1/6) Σ (a x − b)² + l2/2 x², Σ a² = 14, Σ ab = −24, Σ b² = 77
        double x = -24 / (14 + 3 * l2);
        Optimum optimum = LeastSquaresOptimum.of(data, l2);
        assertEquals((77 + 24 * x) / 6, optimum.value(), 1e-14 * 77);
        assertEquals(x, optimum.minimiser().orElseThrow().get(0), 1e-14 * Math.abs(x));
    }

    @Test
    void duplicateAndZeroColumnsChangeNothingWithoutL2() {
        double[][] rows = {{1, 0, 1e5, 2}, {2, 0, 2e5, -1}, {-3, 0, -3e5, 0}, {0.1, 0, 1e4, 5}};
        double[][] reduced = {{1, 2}, {2, -1}, {-3, 0}, {0.1, 5}};
        double[] b = {4, -5, 6, 7};
        Optimum full = LeastSquaresOptimum.of(Dataset.of("d", DenseRows.of(rows), b), 0);
        Optimum plain = LeastSquaresOptimum.of(Dataset.of("d", DenseRows.of(reduced), b), 0);
        assertEquals(plain.value(), full.value(), 1e-14);
        // the minimiser of smallest length shares the weight in proportion to the columns, and leaves the zero column
        double[] x = full.minimiser().orElseThrow().toArray();
        double w = plain.minimiser().orElseThrow().get(0);
        assertArrayEquals(new double[]{w / (1 + 1e10), 0, w * 1e5 / (1 + 1e10),
                plain.minimiser().orElseThrow().get(1)}, x, 1e-14);
    }

    /** The kernel form: for d > n, f* = (l2/2) b^T (A A^T + n l2 I)^{-1} b. */
    @Test
    void moreColumnsThanExamples() {
        Dataset data = Dataset.of("d", DenseRows.of(new double[][]{{3, 0, 4, 0}, {0, 5, 0, 12}}), 2, -7);
        double l2 = 0.25;
        double expected = l2 / 2 * (4 / (25 + 2 * l2) + 49 / (169 + 2 * l2));
        assertEquals(expected, LeastSquaresOptimum.of(data, l2).value(), 1e-15);
        Optimum interpolating = LeastSquaresOptimum.of(data, 0);
        assertEquals(0, interpolating.value(), 1e-28);
        assertArrayEquals(new double[]{6 / 25.0, -35 / 169.0, 8 / 25.0, -84 / 169.0},
                interpolating.minimiser().orElseThrow().toArray(), 1e-15);
    }

    @Test
    void noDataBeyondZeros() {
        Dataset data = Dataset.of("d", DenseRows.of(new double[][]{{0, 0}, {0, 0}}), 1, 3);
        assertEquals(2.5, LeastSquaresOptimum.of(data, 0).value());
        assertEquals(2.5, LeastSquaresOptimum.of(data, 1).value());
    }

    @Test
    void sparseDataGiveTheSame() {
        Dataset sparse = new Synthetic(60, 20, 10, 0.3, 0.2, 3).regression().data();
        Dataset dense = new Dataset("d", ((org.momo4j.convex.data.SparseRows) sparse.rows()).dense(),
                sparse.targets(), sparse.sha256());
        assertEquals(LeastSquaresOptimum.of(dense, 0.1).value(), LeastSquaresOptimum.of(sparse, 0.1).value(), 1e-15);
    }

    @Test
    void l2OutOfRangeIsRefused() {
        Dataset data = Dataset.of("d", DenseRows.of(new double[][]{{1}}), 1);
        assertEquals("l2 is -1.0; it must be in [0, inf)",
                assertThrows(IllegalArgumentException.class, () -> LeastSquaresOptimum.of(data, -1)).getMessage());
        assertThrows(IllegalArgumentException.class, () -> LeastSquaresOptimum.of(data, Double.NaN));
    }
}
