package org.momo4j.convex.generator;

import org.momo4j.convex.data.DenseRows;
import org.momo4j.convex.data.Rows;
import org.momo4j.convex.data.SparseRows;

/** Moves examples away from a hyperplane through the origin. */
final class Margins {
    private Margins() {}

    /**
     * Adds to every row that is nearer than {@code margin} a multiple of the hyperplane's normal, restricted to the
     * entries that the row stores, so that sparse rows stay sparse.
     */
    static Rows widen(Rows rows, double[] normal, double[] labels, double margin) {
        double length = norm(normal);
        return switch (rows) {
            case DenseRows dense -> {
                double[] values = dense.values().clone();
                for (int i = 0; i < dense.count(); i++) {
                    double missing = margin * length - labels[i] * dense.dot(i, normal);
                    for (int j = 0; missing > 0 && j < dense.dimension(); j++) {
                        values[i * dense.dimension() + j] += labels[i] * missing / (length * length) * normal[j];
                    }
                }
                yield new DenseRows(dense.count(), dense.dimension(), values);
            }
            case SparseRows sparse -> {
                double[] values = sparse.values().clone();
                for (int i = 0; i < sparse.count(); i++) {
                    widen(sparse, i, values, normal, labels[i],
                            margin * length - labels[i] * sparse.dot(i, normal));
                }
                yield new SparseRows(sparse.dimension(), sparse.starts(), sparse.columns(), values);
            }
        };
    }

    private static void widen(SparseRows rows, int row, double[] values, double[] normal, double label,
            double missing) {
        double square = 0;
        for (int k = rows.starts()[row]; k < rows.starts()[row + 1]; k++) {
            square += normal[rows.columns()[k]] * normal[rows.columns()[k]];
        }
        for (int k = rows.starts()[row]; missing > 0 && k < rows.starts()[row + 1]; k++) {
            values[k] += label * missing / square * normal[rows.columns()[k]];
        }
    }

    private static double norm(double[] x) {
        double sum = 0;
        for (double v : x) {
            sum += v * v;
        }
        return Math.sqrt(sum);
    }
}
