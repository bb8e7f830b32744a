package org.momo4j.convex.generator;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.momo4j.convex.data.Dataset;
import org.momo4j.convex.data.DenseRows;

/**
 * Random Fourier features z(a) = √(2/D) cos(W a + w) (Rahimi and Recht 2007): &lt;z(a), z(a')&gt; approximates the kernel
 * exp(−|a−a'|²/(2·bandwidth²)). With D above n, real data become an interpolating problem: z(a_1) ... z(a_n) are then
 * almost surely independent.
 *
 * @param features  D
 * @param bandwidth width of the kernel, in units of the data
 * @param seed      of W (normal, variance 1/bandwidth²) and w (uniform in [0, 2π))
 */
public record RandomFeatures(int features, double bandwidth, long seed) {
    /** Checks the ranges. */
    public RandomFeatures {
        if (features < 1) {
            throw new IllegalArgumentException("features is " + features + "; it must be at least 1");
        }
        if (!(bandwidth > 0 && bandwidth < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("bandwidth is " + bandwidth + "; it must be in (0, inf)");
        }
    }

    /** The features of all examples, with the same targets. */
    public Dataset of(Dataset data) {
        RandomGenerator random = Streams.of(seed, "random features");
        int n = data.samples();
        double[] values = new double[Math.multiplyExact(n, features)];
        double[] frequency = new double[data.dimension()];
        double height = Math.sqrt(2.0 / features);
        for (int j = 0; j < features; j++) {
            Arrays.setAll(frequency, i -> random.nextGaussian() / bandwidth);
            double phase = 2 * Math.PI * random.nextDouble();
            for (int i = 0; i < n; i++) {
                values[i * features + j] = height * Math.cos(data.rows().dot(i, frequency) + phase);
            }
        }
        return new Dataset(data.name() + ", " + features + " random features",
                new DenseRows(n, features, values), data.targets(), data.sha256());
    }
}
