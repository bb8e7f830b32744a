package org.momo4j.nn.dl4j;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.momo4j.api.objective.Batch;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.nn.network.ExampleSet;
import org.momo4j.nn.network.RandomStreams;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** Normal inputs that float32 holds, and labels that have something to do with them. */
record RandomExamples(List<Long> shape, int classes, double[][] inputs, int[] labels) implements ExampleSet {
    static RandomExamples of(Nets net, int size) {
        RandomGenerator random = RandomStreams.of(5, "examples", size);
        int row = (int) Arrays.stream(net.shape()).reduce(1, (a, b) -> a * b);
        double[][] inputs = new double[size][row];
        int[] labels = new int[size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < row; j++) {
                inputs[i][j] = (float) random.nextGaussian();
            }
            labels[i] = inputs[i][0] > 0.5 ? 2 : inputs[i][1] > 0 ? 1 : 0;
        }
        return new RandomExamples(Arrays.stream(net.shape()).boxed().toList(), Nets.CLASSES, inputs, labels);
    }

    @Override
    public int size() {
        return labels.length;
    }

    @Override
    public void copyInputs(Batch batch, FlatVector out) {
        for (int i = 0; i < batch.size(); i++) {
            double[] row = inputs[batch.index(i)];
            out.copyFrom(row, (long) i * row.length, row.length);
        }
    }

    @Override
    public int label(int index) {
        return labels[index];
    }

    /** Examples {@code from} to {@code to - 1}, as DL4J takes them. */
    DataSet batch(DataType type, int from, int to) {
        int size = to - from;
        double[][] rows = Arrays.copyOfRange(inputs, from, to);
        double[][] targets = new double[size][classes];
        for (int i = 0; i < size; i++) {
            targets[i][labels[from + i]] = 1;
        }
        long[] dimensions = new long[shape.size() + 1];
        dimensions[0] = size;
        for (int i = 0; i < shape.size(); i++) {
            dimensions[i + 1] = shape.get(i);
        }
        return new DataSet(Nd4j.create(rows).castTo(type).reshape(dimensions), Nd4j.create(targets).castTo(type));
    }

    /** All of them in batches of this size, the last one smaller. */
    List<DataSet> batches(DataType type, int size) {
        return java.util.stream.IntStream.iterate(0, from -> from < size(), from -> from + size)
                .mapToObj(from -> batch(type, from, Math.min(from + size, size()))).toList();
    }
}
