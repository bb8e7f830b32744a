package org.momo4j.nn.dl4j;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.momo4j.api.nd4j.Nd4jVectors;
import org.momo4j.api.state.State;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.nn.arrays.BatchBuffers;
import org.momo4j.nn.dl4j.Dl4jTensor.Kind;
import org.momo4j.nn.network.Assessment;
import org.momo4j.nn.network.Minibatch;
import org.momo4j.nn.network.Network;
import org.momo4j.nn.network.NetworkParameter;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.rng.Random;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A DL4J classifier for a {@link org.momo4j.nn.network.NetworkObjective}. Its layers compute in the vector that they are asked about,
 * without a copy; the statistics of batch normalisation and frozen layers stay where DL4J has them, outside that vector.
 *
 * <p>
 * The network belongs to this object from now on: its own {@code params()} are out of date until {@link #handBack}. Asking about
 * another vector exchanges the arrays of all layers, some ten microseconds a tensor; the last two vectors are remembered (and kept
 * from being freed), so that going back and forth costs less. A layer that does not let its arrays be exchanged has its values
 * copied before each pass.
 */
public final class Dl4jNetwork implements Network {
    private final Net net;
    private final Dl4jTensors tensors;
    private final MeanGradient mean;
    private final Output output;
    private final List<Long> inputShape;
    private final int classes;
    private final FlatVector flat;
    private final Packing trained;
    private final Packing statistics;
    private final BatchBuffers batches;
    private final List<NetworkParameter> parameters;
    private Optional<Placement> current = Optional.empty();
    private Optional<Placement> former = Optional.empty();

    private Dl4jNetwork(Net net, long... inputShape) {
        this.net = net;
        this.inputShape = Arrays.stream(inputShape).boxed().toList();
        tensors = Dl4jTensors.of(net);
        mean = new MeanGradient(net, tensors);
        mean.penalties().stream().findFirst().ifPresent(penalty -> {
            throw new IllegalArgumentException("parameter \"" + penalty.tensor().name() + "\" has "
                    + penalty.term().getClass().getSimpleName()
                    + "; build the network without it, and give the optimizer a weight decay");
        });
        if (net.truncated()) {
            throw new IllegalArgumentException("the network is trained by truncated backpropagation through time;"
                    + " an objective needs whole sequences");
        }
        net.constrained().ifPresent(layer -> {
            throw new IllegalArgumentException("layer \"" + layer + "\" has constraints, which only fit() applies;"
                    + " build the network without them");
        });
        output = Output.of(net);
        flat = Nd4jVectors.of(net.model().params());
        trained = new Packing(tensors, Kind.TRAINED);
        statistics = new Packing(tensors, Kind.STATISTIC);
        parameters = tensors.of(Kind.TRAINED).map(Roles::parameter).toList();
        classes = probe(inputShape);
        batches = new BatchBuffers(flat.type(), classes);
    }

    /**
     * A network that takes examples of this shape, without the dimension of the batch: 784, or 3, 32, 32.
     *
     * @throws IllegalArgumentException if the network does not, or is no classifier with one input, an {@code OutputLayer} or
     *                                  {@code LossLayer} and no penalties, or MoMo cannot train it as it was built
     */
    public static Dl4jNetwork of(MultiLayerNetwork net, long... inputShape) {
        return new Dl4jNetwork(new LayeredNet(net), inputShape);
    }

    /**
     * A network that takes examples of this shape, without the dimension of the batch: 784, or 3, 32, 32.
     *
     * @throws IllegalArgumentException if the network does not, or is no classifier with one input, an {@code OutputLayer} or
     *                                  {@code LossLayer} and no penalties, or MoMo cannot train it as it was built
     */
    public static Dl4jNetwork of(ComputationGraph net, long... inputShape) {
        return new Dl4jNetwork(new GraphNet(net), inputShape);
    }

    @Override
    public ElementType type() {
        return flat.type();
    }

    @Override
    public List<NetworkParameter> parameters() {
        return parameters;
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
        if (lies(current, params)) {
            return;
        }
        FlatVector.requireSame("params", params, type(), trained.size());
        Placement next = lies(former, params) ? former.orElseThrow() : new Placement(tensors, params);
        former = current;
        current = Optional.of(next);
        next.enter();
    }

    private static boolean lies(Optional<Placement> placement, FlatVector params) {
        // a remembered vector is kept alive, so that no other can have its address
        return placement.filter(p -> p.vector().segment().address() == params.segment().address()
                && p.vector().size() == params.size() && p.vector().type() == params.type()).isPresent();
    }

    @Override
    public double lossAndGradient(Minibatch batch, long seed, FlatVector gradientOut) {
        FlatVector.requireSame("gradient", gradientOut, type(), trained.size());
        refresh();
        BatchArrays arrays = BatchArrays.of(batches.inputs(batch), batches.oneHot(batch));
        Random random = Nd4j.getRandom();
        long root = random.rootState();
        long node = random.nodeState();
        random.setSeed(seed);
        try {
            net.compute(arrays);
        } finally {
            random.setStates(root, node);
        }
        trained.pack(mean.finish(batch.size()), gradientOut);
        return net.model().score();
    }

    @Override
    public Assessment assess(Minibatch batch) {
        refresh();
        BatchArrays arrays = BatchArrays.of(batches.inputs(batch), batches.oneHot(batch));
        return output.assess(net.output(arrays.features()[0]), arrays.labels()[0], batch.labels());
    }

    /** Ready for a pass. */
    private void refresh() {
        Placement placed = current
                .orElseThrow(() -> new IllegalStateException("the network is bound to no parameters"));
        placed.requireInPlace(net, tensors);
        placed.refresh();
    }

    /** Means 0 and variances 1, as DL4J begins. */
    @Override
    public void reset() {
        tensors.of(Kind.STATISTIC).forEach(tensor -> flat.slice(tensor.offset(), tensor.size())
                .fill(tensor.key().equals("var") ? 1 : 0));
    }

    @Override
    public State state() {
        if (statistics.size() == 0) {
            return State.empty();
        }
        FlatVector packed = FlatVector.zeros(type(), statistics.size());
        statistics.pack(flat, packed);
        return State.version(1).with("statistics", packed);
    }

    @Override
    public void restore(State state) {
        state.requireVersion(1);
        if (statistics.size() > 0) {
            statistics.unpack(state.vector("statistics", type(), statistics.size()), flat);
        }
    }

    /**
     * Copies parameters into the network's own memory and has its layers compute there: from now on it is an ordinary network of
     * DL4J's with these parameters and the statistics of this moment, to be saved or used elsewhere. This object is of no further
     * use after it, unless it is bound again.
     *
     * @throws IllegalArgumentException if size or type differ
     */
    public void handBack(FlatVector params) {
        FlatVector.requireSame("params", params, type(), trained.size());
        Placement.leave(tensors, params);
        current = Optional.empty();
        former = Optional.empty();
    }

    private int probe(long... shape) {
        long[] one = LongStream.concat(LongStream.of(1), Arrays.stream(shape)).toArray();
        INDArray outputs;
        try {
            outputs = net.output(Nd4j.zeros(net.model().params().dataType(), one));
        } catch (RuntimeException e) { // of DL4J's, of many kinds
            throw new IllegalArgumentException("the network does not take examples of shape " + inputShape + ": "
                    + e.getMessage(), e);
        }
        if (outputs.rank() != 2) {
            throw new IllegalArgumentException("for one example the network puts out an array of shape "
                    + Arrays.toString(outputs.shape()) + "; a classifier puts out [1, classes]");
        }
        return Math.toIntExact(outputs.size(1));
    }
}
