package org.momo4j.nn.djl;

import java.util.List;
import java.util.random.RandomGenerator;
import org.momo4j.api.objective.Batch;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.nn.network.ExampleSet;
import org.momo4j.nn.network.Minibatch;
import org.momo4j.nn.network.RandomStreams;

/** Examples of each class about a centre of its own. */
record Blobs(int size, List<Long> shape, int classes) implements ExampleSet {
    @Override
    public void copyInputs(Batch batch, FlatVector out) {
        long row = shape.stream().reduce(1L, Math::multiplyExact);
        for (int i = 0; i < batch.size(); i++) {
            RandomGenerator centre = RandomStreams.of(1, "centre", label(batch.index(i)));
            RandomGenerator noise = RandomStreams.of(2, "noise", batch.index(i));
            for (long j = 0; j < row; j++) {
                // numbers that float32 holds, so that both types see the same
                out.set(i * row + j, (float) (centre.nextGaussian() + 0.5 * noise.nextGaussian()));
            }
        }
    }

    @Override
    public int label(int index) {
        return RandomStreams.of(3, "label", java.util.Objects.checkIndex(index, size)).nextInt(classes);
    }

    /** Examples {@code from} to {@code from + count - 1} as a batch, in memory of its own. */
    Minibatch minibatch(ElementType type, int from, int count) {
        int[] indices = java.util.stream.IntStream.range(from, from + count).toArray();
        FlatVector inputs = FlatVector.zeros(type, count * shape.stream().reduce(1L, Math::multiplyExact));
        copyInputs(Batch.of(indices), inputs);
        return new Minibatch(inputs, shape, java.util.Arrays.stream(indices).map(this::label).toArray(), count);
    }
}
