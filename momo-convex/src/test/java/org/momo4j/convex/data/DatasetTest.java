package org.momo4j.convex.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.momo4j.convex.generator.RandomFeatures;
import org.momo4j.convex.generator.Synthetic;

class DatasetTest {
    @Test
    void theShippedDataAreWhole() {
        Dataset data = BreastCancer.load();
        assertEquals(569, data.samples());
        assertEquals(30, data.dimension());
        assertEquals(357, Arrays.stream(data.targets()).sum());
        assertArrayEquals(new double[]{17.99, 10.38, 122.8, 1001}, Arrays.copyOf(data.rows().row(0), 4));
    }

    @Test
    void standardisedColumnsHaveMeanZeroAndVarianceOne() {
        Dataset data = BreastCancer.load().standardised();
        for (int j = 0; j < 30; j++) {
            double mean = 0;
            double square = 0;
            for (int s = 0; s < 569; s++) {
                double v = data.rows().row(s)[j];
                mean += v / 569;
                square += v * v / 569;
            }
            assertEquals(0, mean, 1e-13);
            assertEquals(1, square, 1e-12);
        }
    }

    @Test
    void aConstantColumnBecomesZero() {
        Dataset data = Dataset.of("d", DenseRows.of(new double[][]{{0.1}, {0.1}, {0.1}}), 1, 2, 3).standardised();
        assertEquals(0, data.rows().normSquared(0));
    }

    @Test
    void twoLabelsBecomeSigns() {
        Rows rows = DenseRows.of(new double[][]{{1}, {1}, {1}});
        assertArrayEquals(new double[]{-1, 1, -1}, Dataset.of("d", rows, 1, 2, 1).withSigns().targets());
        assertArrayEquals(new double[]{-1, 1, -1}, Dataset.of("d", rows, 0, 1, 0).withSigns().targets());
        assertArrayEquals(new double[]{-1, -1, -1}, Dataset.of("d", rows, 0, 0, 0).withSigns().targets());
        assertArrayEquals(new double[]{1, 1, 1}, Dataset.of("d", rows, 1, 1, 1).withSigns().targets());
        Dataset three = Dataset.of("d", rows, 1, 2, 3);
        assertEquals("d has the labels 1.0, 2.0, 3.0; two classes are allowed",
                assertThrows(IllegalArgumentException.class, three::withSigns).getMessage());
    }

    @Test
    void sparseAndDenseRowsAgree() {
        SparseRows sparse = (SparseRows) new Synthetic(30, 9, 10, 0, 0.3, 4).regression().data().rows();
        DenseRows dense = sparse.dense();
        double[] x = {1, -2, 3, -4, 5, -6, 7, -8, 9};
        for (int s = 0; s < 30; s++) {
            assertEquals(dense.dot(s, x), sparse.dot(s, x), 1e-13);
            assertEquals(dense.normSquared(s), sparse.normSquared(s), 1e-13);
            assertArrayEquals(dense.row(s), sparse.row(s));
        }
    }

    @Test
    void randomFeaturesApproximateTheirKernel() {
        Dataset data = new Synthetic(2, 3, 1, 0, 1, 8).regression().data();
        Dataset features = new RandomFeatures(200_000, 1.5, 1).of(data);
        double[] first = data.rows().row(0);
        double[] second = data.rows().row(1);
        double distance = 0;
        for (int j = 0; j < 3; j++) {
            distance += Math.pow(first[j] - second[j], 2);
        }
        assertEquals(Math.exp(-distance / (2 * 1.5 * 1.5)), features.rows().dot(0, features.rows().row(1)), 0.01);
        assertEquals(1, features.rows().normSquared(0), 0.01);
    }
}
