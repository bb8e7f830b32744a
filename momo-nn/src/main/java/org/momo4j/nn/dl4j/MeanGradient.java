package org.momo4j.nn.dl4j;

import java.util.ArrayList;
import java.util.List;
import org.momo4j.api.nd4j.Nd4jVectors;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.nn.dl4j.Dl4jTensor.Kind;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Makes of what DL4J leaves in its buffer of gradients the gradient of what it calls the score, in place: sums over the batch become
 * means, penalties are added, statistics take their updates at once, and what is not trained has gradient zero.
 */
final class MeanGradient {
    private final Net net;
    private final List<Range> ranges;
    private final List<Penalty> penalties;
    private final FlatVector flat;
    private INDArray buffer;
    private FlatVector gradient;

    /** Neighbouring tensors of one kind. */
    private record Range(Kind kind, long from, long size) {
        FlatVector of(FlatVector vector) {
            return vector.slice(from, size);
        }
    }

    /**
     * The gradient of a network.
     *
     * @throws IllegalArgumentException if its losses are sums over the batch, or a weight decay is built into it
     */
    MeanGradient(Net net, Dl4jTensors tensors) {
        if (!net.model().conf().isMiniBatch()) {
            throw new IllegalArgumentException("the network was built with miniBatch(false), where some layers of DL4J"
                    + " report sums and some means; build it with miniBatch(true)");
        }
        this.net = net;
        ranges = ranges(tensors);
        penalties = Penalty.of(tensors);
        flat = Nd4jVectors.of(net.model().params());
        buffer = net.gradients();
        gradient = Nd4jVectors.of(buffer);
    }

    /** Penalties that the network was built with. */
    List<Penalty> penalties() {
        return penalties;
    }

    /** DL4J's buffer. */
    FlatVector vector() {
        return gradient;
    }

    /** After a backward pass over so many examples: the mean gradient, in DL4J's buffer. */
    FlatVector finish(int batchSize) {
        if (net.gradients() != buffer) {
            buffer = net.gradients();
            gradient = Nd4jVectors.of(buffer);
        }
        for (Range range : ranges) {
            FlatVector part = range.of(gradient);
            switch (range.kind) {
                case TRAINED -> Elements.divide(part, batchSize);
                case STATISTIC -> {
                    Elements.subtract(range.of(flat), part);
                    part.fill(0);
                }
                case CONSTANT -> part.fill(0);
            }
        }
        for (Penalty penalty : penalties) {
            penalty.addGradient(buffer, net);
        }
        return gradient;
    }

    private static List<Range> ranges(Dl4jTensors tensors) {
        List<Range> ranges = new ArrayList<>();
        for (Dl4jTensor tensor : tensors.all()) {
            if (!ranges.isEmpty() && ranges.getLast().kind == tensor.kind()) {
                Range last = ranges.removeLast();
                ranges.add(new Range(last.kind, last.from, last.size + tensor.size()));
            } else {
                ranges.add(new Range(tensor.kind(), tensor.offset(), tensor.size()));
            }
        }
        return List.copyOf(ranges);
    }
}
