package org.momo4j.convex.generator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.momo4j.convex.data.Rows;
import org.momo4j.convex.data.SparseRows;

class SyntheticTest {
    @ParameterizedTest
    @CsvSource({"60, 10, 1e4", "10, 30, 100", "20, 5, 1"})
    void singularValuesFallGeometrically(int n, int d, double kappa) {
        Rows rows = new Synthetic(n, d, kappa, 0, 1, 3).regression().data().rows();
        double[][] dense = new double[n][];
        for (int i = 0; i < n; i++) {
            dense[i] = rows.row(i);
        }
        double[] sigma = new SingularValueDecomposition(new Array2DRowRealMatrix(dense)).getSingularValues();
        int rank = Math.min(n, d);
        assertEquals(Math.sqrt(n), sigma[0], 1e-9);
        assertEquals(kappa, Math.pow(sigma[0] / sigma[rank - 1], 2), 1e-6 * kappa);
    }

    @Test
    void theSameSeedGivesTheSameData() {
        Synthetic one = new Synthetic(20, 4, 10, 0.1, 1, 5);
        Synthetic other = new Synthetic(20, 4, 10, 0.1, 1, 6);
        assertArrayEquals(one.regression().data().targets(), one.regression().data().targets());
        assertFalse(one.regression().data().targets()[0] == other.regression().data().targets()[0]);
    }

    @Test
    void aPlantedSolutionSolves() {
        PlantedData planted = new Synthetic(50, 7, 100, 0, 1, 1).regression();
        for (int s = 0; s < 50; s++) {
            assertEquals(planted.data().targets()[s],
                    planted.data().rows().dot(s, planted.solution().orElseThrow()), 1e-14);
        }
        assertTrue(new Synthetic(50, 7, 100, 0.1, 1, 1).regression().solution().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"1", "0.2"})
    void aPlantedHyperplaneHasItsMargin(double sparsity) {
        PlantedData planted = new Synthetic(100, 12, 10, 0, sparsity, 1).classification(0.1);
        for (int s = 0; s < 100; s++) {
            double margin = planted.data().targets()[s]
                    * planted.data().rows().dot(s, planted.solution().orElseThrow());
            assertTrue(margin > 1, "margin of " + s + " is " + margin);
        }
    }

    @Test
    void aBallLiesInAllHalfSpaces() {
        PlantedData planted = new Synthetic(100, 5, 10, 0, 1, 1).halfSpaces(0.2);
        for (int s = 0; s < 100; s++) {
            assertEquals(1, planted.data().rows().normSquared(s), 1e-12);
            assertTrue(planted.data().rows().dot(s, planted.solution().orElseThrow()) <= planted.data().targets()[s]
                    - 0.2 + 1e-12);
        }
    }

    @Test
    void sparseDataHaveTheirShareOfEntries() {
        Rows rows = new Synthetic(200, 100, 10, 0, 0.05, 1).regression().data().rows();
        assertInstanceOf(SparseRows.class, rows);
        assertEquals(0.05 + 0.95 / 100, rows.stored() / 20000.0, 0.005);
    }

    @Test
    void valuesOutOfRangeAreRefused() {
        assertEquals("sparsity is 0.0; it must be in (0, 1]",
                assertThrows(IllegalArgumentException.class, () -> new Synthetic(1, 1, 1, 0, 0, 0)).getMessage());
        assertThrows(IllegalArgumentException.class, () -> new Synthetic(0, 1, 1, 0, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Synthetic(1, 1, 0.5, 0, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Synthetic(1, 1, 1, Double.NaN, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Synthetic(9, 1, 1, 2, 1, 0).classification(0));
    }
}
