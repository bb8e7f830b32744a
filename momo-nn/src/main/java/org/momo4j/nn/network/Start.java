package org.momo4j.nn.network;

import java.util.random.RandomGenerator;
import org.momo4j.api.vector.FlatVector;

/** How a tensor begins. */
@FunctionalInterface
public interface Start {
    /**
     * Writes the tensor.
     *
     * @param random a stream of this tensor's own
     * @param out    receives it, in the order of memory
     */
    void write(RandomGenerator random, FlatVector out);

    /**
     * Uniform on [−1/√fanIn, 1/√fanIn), what PyTorch gives weights and biases of linear and convolutional layers.
     *
     * @param fanIn how many inputs one output of the layer sees, for the bias too; at least 1
     * @throws IllegalArgumentException if it is less
     */
    static Start fanIn(long fanIn) {
        if (fanIn < 1) {
            throw new IllegalArgumentException("fan-in is " + fanIn + "; it must be at least 1");
        }
        double limit = 1 / Math.sqrt(fanIn);
        return (random, out) -> {
            for (long i = 0; i < out.size(); i++) {
                out.set(i, random.nextDouble(-limit, limit));
            }
        };
    }

    /** The same value everywhere: 1 for the scales of a normalisation, 0 for its shifts. */
    static Start constant(double value) {
        return (random, out) -> out.fill(value);
    }

    /** These values, whatever the seed; copied. */
    static Start values(FlatVector values) {
        double[] copy = values.toArray();
        return (random, out) -> out.copyFrom(copy);
    }
}
