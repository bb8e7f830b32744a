package org.momo4j.convex.generator;

import java.util.Arrays;
import java.util.Optional;
import org.momo4j.convex.data.Dataset;

/**
 * Data, and the point they were made around.
 *
 * @param data     the examples
 * @param solution a point at which every example has loss zero up to rounding; empty if no such point is known
 */
public record PlantedData(Dataset data, Optional<double[]> solution) {
    /** Data of which nothing more is known. */
    public static PlantedData unknown(Dataset data) {
        return new PlantedData(data, Optional.empty());
    }

    /** The same regression with targets and solution, both, times a factor. */
    public PlantedData scaled(double factor) {
        double[] targets = Arrays.stream(data.targets()).map(b -> factor * b).toArray();
        return new PlantedData(data.withTargets(targets),
                solution.map(x -> Arrays.stream(x).map(v -> factor * v).toArray()));
    }
}
