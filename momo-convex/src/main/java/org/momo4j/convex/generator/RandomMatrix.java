package org.momo4j.convex.generator;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.momo4j.convex.data.DenseRows;
import org.momo4j.convex.data.DenseVectors;
import org.momo4j.convex.data.Rows;
import org.momo4j.convex.data.SparseRows;

/** Random matrices of prescribed conditioning. */
final class RandomMatrix {
    private RandomMatrix() {}

    static Rows of(Synthetic wanted, RandomGenerator random) {
        return wanted.sparsity() < 1 ? sparse(wanted, random) : dense(wanted, random);
    }

    /** U diag(σ) V^T with random orthonormal columns U and V. */
    private static Rows dense(Synthetic wanted, RandomGenerator random) {
        int n = wanted.samples();
        int d = wanted.dimension();
        int rank = Math.min(n, d);
        double[][] left = orthonormal(rank, n, random);
        double[][] right = orthonormal(rank, d, random);
        double[] values = new double[Math.multiplyExact(n, d)];
        for (int k = 0; k < rank; k++) {
            double sigma = Math.sqrt(n) * fall(wanted, k, rank);
            for (int i = 0; i < n; i++) {
                double factor = sigma * left[k][i];
                for (int j = 0; j < d; j++) {
                    values[i * d + j] += factor * right[k][j];
                }
            }
        }
        return new DenseRows(n, d, values);
    }

    private static Rows sparse(Synthetic wanted, RandomGenerator random) {
        int d = wanted.dimension();
        int[] starts = new int[wanted.samples() + 1];
        IntStream.Builder columns = IntStream.builder();
        DoubleStream.Builder values = DoubleStream.builder();
        int stored = 0;
        for (int i = 0; i < wanted.samples(); i++) {
            int kept = random.nextInt(d); // no row is empty
            for (int j = 0; j < d; j++) {
                if (j == kept || random.nextDouble() < wanted.sparsity()) {
                    stored++;
                    columns.add(j);
                    values.add(random.nextGaussian() * fall(wanted, j, d) / Math.sqrt(wanted.sparsity()));
                }
            }
            starts[i + 1] = stored;
        }
        return new SparseRows(d, starts, columns.build().toArray(), values.build().toArray());
    }

    /** κ^(−k/(2(count−1))): geometrically from 1 to 1/√κ. */
    private static double fall(Synthetic wanted, int k, int count) {
        return count == 1 ? 1 : Math.pow(wanted.conditionNumber(), -0.5 * k / (count - 1));
    }

    /** Gaussian vectors, orthonormalised; twice, because once leaves errors of the size of the conditioning. */
    private static double[][] orthonormal(int count, int length, RandomGenerator random) {
        double[][] vectors = new double[count][length];
        for (int k = 0; k < count; k++) {
            Arrays.setAll(vectors[k], i -> random.nextGaussian());
            for (int pass = 0; pass < 2; pass++) {
                for (int l = 0; l < k; l++) {
                    DenseVectors.addScaled(vectors[k], -DenseVectors.dot(vectors[l], vectors[k]), vectors[l]);
                }
                double norm = Math.sqrt(DenseVectors.dot(vectors[k], vectors[k]));
                for (int i = 0; i < length; i++) {
                    vectors[k][i] /= norm;
                }
            }
        }
        return vectors;
    }
}
