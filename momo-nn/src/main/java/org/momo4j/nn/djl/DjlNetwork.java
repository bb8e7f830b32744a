package org.momo4j.nn.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.momo4j.api.state.State;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.nn.network.Assessment;
import org.momo4j.nn.network.Minibatch;
import org.momo4j.nn.network.Network;
import org.momo4j.nn.network.NetworkParameter;

/**
 * A classifier that PyTorch computes: a block that gives one score a class, under cross-entropy of their softmax.
 *
 * <p>
 * Inputs are seen where they lie, without a copy; binding costs one call a tensor, and nothing where the parameters lie there already.
 * What {@link FlatBlock} says of threads, random numbers and frozen parameters holds here.
 */
public final class DjlNetwork implements Network, AutoCloseable {
    private final FlatBlock flat;
    private final List<Long> inputShape;
    private final int classes;
    private ByteBuffer labels = ByteBuffer.allocateDirect(0);

    /**
     * Makes a network of a block.
     *
     * @param block      takes [n, input shape], gives [n, classes] scores
     * @param type       what it computes in
     * @param inputShape of one example, without a batch dimension
     * @param classes    at least 2
     * @param beginning  where it starts
     * @throws IllegalArgumentException if the block has other outputs, or {@link FlatBlock} refuses it
     * @throws IllegalStateException    if PyTorch cannot be loaded
     */
    public DjlNetwork(Block block, ElementType type, List<Long> inputShape, int classes, Beginning beginning) {
        if (classes < 2) {
            throw new IllegalArgumentException("number of classes is " + classes + "; it must be at least 2");
        }
        this.inputShape = List.copyOf(inputShape);
        this.classes = classes;
        flat = new FlatBlock(block, type, batchShape(1), beginning);
        try {
            requireScores(block.getOutputShapes(new Shape[]{batchShape(1)}));
        } catch (RuntimeException e) {
            flat.close();
            throw e;
        }
    }

    private void requireScores(Shape[] outputs) {
        if (outputs.length != 1 || !outputs[0].equals(new Shape(1, classes))) {
            throw new IllegalArgumentException("for one example the block gives " + Arrays.toString(outputs)
                    + "; one output of shape (1, " + classes + ") is needed");
        }
    }

    private Shape batchShape(long examples) {
        return new Shape(examples).addAll(new Shape(inputShape));
    }

    /** The block, its memory and its files. */
    public FlatBlock flat() {
        return flat;
    }

    @Override
    public ElementType type() {
        return flat.type();
    }

    @Override
    public List<NetworkParameter> parameters() {
        return flat.parameters();
    }

    @Override
    public List<Long> inputShape() {
        return inputShape;
    }

    @Override
    public int classes() {
        return classes;
    }

    @Override
    public void bind(FlatVector params) {
        flat.bind(params);
    }

    /** @throws IllegalArgumentException if a label is no class, the inputs have another shape or type, or PyTorch refuses them */
    @Override
    public double lossAndGradient(Minibatch batch, long seed, FlatVector gradientOut) {
        requireFitting(batch);
        return flat.lossAndGradient(step -> {
            NDArray classOf = step.manager().create(labels(batch), new Shape(batch.size(), 1), DataType.INT64);
            return logProbabilities(step, batch).gather(classOf, 1).mean().neg();
        }, seed, gradientOut);
    }

    /** @throws IllegalArgumentException if a label is no class, the inputs have another shape or type, or PyTorch refuses them */
    @Override
    public Assessment assess(Minibatch batch) {
        requireFitting(batch);
        return flat.evaluate(step -> {
            NDArray scores = logProbabilities(step, batch);
            return type() == ElementType.FLOAT64
                    ? assess(Memory.of(scores).toArray(ValueLayout.JAVA_DOUBLE), batch)
                    : assess(widened(Memory.of(scores).toArray(ValueLayout.JAVA_FLOAT)), batch);
        });
    }

    private static double[] widened(float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }

    private Assessment assess(double[] logProbabilities, Minibatch batch) {
        double loss = 0;
        int correct = 0;
        for (int i = 0; i < batch.size(); i++) {
            int row = i * classes;
            int label = batch.labels()[i];
            double own = logProbabilities[row + label];
            loss -= own;
            boolean best = true;
            for (int c = 0; c < classes; c++) { // with NaN, nothing is best
                double other = logProbabilities[row + c];
                best &= c < label ? own > other : own >= other;
            }
            correct += best ? 1 : 0;
        }
        return new Assessment(loss, correct);
    }

    private NDArray logProbabilities(Step step, Minibatch batch) {
        NDArray inputs = step.manager().create(Memory.buffer(batch.inputs()), batchShape(batch.size()),
                Memory.typeOf(type()));
        return step.forward(new NDList(inputs)).singletonOrThrow().logSoftmax(1);
    }

    private void requireFitting(Minibatch batch) {
        if (!batch.shape().equals(inputShape)) {
            throw new IllegalArgumentException(
                    "examples have shape " + batch.shape() + "; the network takes " + inputShape);
        }
        FlatVector.requireSame("input", batch.inputs(), type(), batch.inputs().size());
        for (int i = 0; i < batch.size(); i++) {
            int label = batch.labels()[i];
            if (label < 0 || label >= classes) {
                throw new IllegalArgumentException("label of example " + i + " of the batch is " + label
                        + "; it must be in [0, " + classes + ")");
            }
        }
    }

    /** As PyTorch takes them; valid until the next call. */
    private ByteBuffer labels(Minibatch batch) {
        int bytes = batch.size() * Long.BYTES;
        if (labels.capacity() < bytes) {
            labels = ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
        }
        MemorySegment memory = MemorySegment.ofBuffer(labels.clear());
        for (int i = 0; i < batch.size(); i++) {
            memory.setAtIndex(ValueLayout.JAVA_LONG_UNALIGNED, i, batch.labels()[i]);
        }
        return labels.limit(bytes);
    }

    /** Forgets the statistics of batch normalisation. */
    @Override
    public void reset() {
        flat.reset();
    }

    @Override
    public State state() {
        return flat.state();
    }

    @Override
    public void restore(State state) {
        flat.restore(state);
    }

    /** @see FlatBlock#save */
    public void save(Path folder, String name) throws IOException {
        flat.save(folder, name);
    }

    /** @see FlatBlock#load */
    public void load(Path folder, String name, FlatVector params) throws IOException {
        flat.load(folder, name, params);
    }

    @Override
    public void close() {
        flat.close();
    }
}
