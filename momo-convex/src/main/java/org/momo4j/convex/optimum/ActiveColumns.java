package org.momo4j.convex.optimum;

import java.util.BitSet;
import org.momo4j.convex.data.DenseRows;
import org.momo4j.convex.data.Rows;
import org.momo4j.convex.data.SparseRows;

/**
 * The columns of a matrix that are not zero, each as an array of length n.
 *
 * @param values  the columns
 * @param indices which columns of the matrix they are
 */
record ActiveColumns(double[][] values, int[] indices) {
    /** 512 MiB of numbers; a direct method beyond it would take hours. */
    private static final long MOST = 1L << 26;

    /**
     * The columns of these rows.
     *
     * @throws IllegalArgumentException if they are too many for a direct method
     */
    static ActiveColumns of(String name, Rows rows) {
        int[] indices = used(rows).stream().toArray();
        int n = rows.count();
        if ((long) indices.length * n > MOST) {
            throw new IllegalArgumentException(name + " has " + n + " examples and " + indices.length
                    + " columns that are not zero; the product must be at most " + MOST + " for a certified optimum");
        }
        int[] place = new int[rows.dimension()];
        for (int k = 0; k < indices.length; k++) {
            place[indices[k]] = k;
        }
        double[][] values = new double[indices.length][n];
        switch (rows) {
            case DenseRows dense -> {
                for (int i = 0; i < n; i++) {
                    for (int k = 0; k < indices.length; k++) {
                        values[k][i] = dense.values()[i * dense.dimension() + indices[k]];
                    }
                }
            }
            case SparseRows sparse -> {
                for (int i = 0; i < n; i++) {
                    for (int e = sparse.starts()[i]; e < sparse.starts()[i + 1]; e++) {
                        values[place[sparse.columns()[e]]][i] = sparse.values()[e];
                    }
                }
            }
        }
        return new ActiveColumns(values, indices);
    }

    private static BitSet used(Rows rows) {
        BitSet used = new BitSet(rows.dimension());
        switch (rows) {
            case DenseRows dense -> {
                for (int k = 0; k < dense.values().length; k++) {
                    if (dense.values()[k] != 0) {
                        used.set(k % dense.dimension());
                    }
                }
            }
            case SparseRows sparse -> {
                for (int e = 0; e < sparse.values().length; e++) {
                    if (sparse.values()[e] != 0) {
                        used.set(sparse.columns()[e]);
                    }
                }
            }
        }
        return used;
    }

    /** A vector over the active columns as one over all of {@code dimension}, zero elsewhere. */
    double[] lift(double[] x, int dimension) {
        double[] lifted = new double[dimension];
        for (int k = 0; k < indices.length; k++) {
            lifted[indices[k]] = x[k];
        }
        return lifted;
    }
}
