package org.momo4j.convex.optimum;

import java.util.Arrays;
import org.momo4j.convex.data.Dataset;
import org.momo4j.convex.data.DenseRows;

/** Some examples of a data set. */
final class Subset {
    private Subset() {}

    static Dataset of(Dataset data, int[] examples) {
        double[][] rows = Arrays.stream(examples).mapToObj(data.rows()::row).toArray(double[][]::new);
        double[] targets = Arrays.stream(examples).mapToDouble(s -> data.targets()[s]).toArray();
        return Dataset.of(data.name(), DenseRows.of(rows), targets);
    }
}
