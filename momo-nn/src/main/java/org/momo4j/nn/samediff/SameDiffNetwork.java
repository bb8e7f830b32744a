package org.momo4j.nn.samediff;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.momo4j.api.nd4j.Nd4jVectors;
import org.momo4j.api.state.State;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.NamedTensor;
import org.momo4j.nn.arrays.BatchBuffers;
import org.momo4j.nn.network.Assessment;
import org.momo4j.nn.network.Minibatch;
import org.momo4j.nn.network.Network;
import org.momo4j.nn.network.NetworkParameter;
import org.momo4j.nn.network.Start;
import org.nd4j.autodiff.listeners.Operation;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A classifier of SameDiff for a {@link org.momo4j.nn.network.NetworkObjective}. The graph computes in the vector that it is asked about,
 * without a copy; asking about another exchanges the arrays of its variables. Parameters start, for every seed, at the values that
 * the graph was built with. SameDiff's dropout has no gradient and its batch normalisation no running statistics, so there is no state
 * and nothing is drawn.
 */
public final class SameDiffNetwork implements Network {
    private final GradientGraph graph;
    private final Pass evaluation;
    private final Names names;
    private final List<Long> inputShape;
    private final int classes;
    private final List<NetworkParameter> parameters;
    private final BatchBuffers batches;
    private Optional<FlatVector> bound = Optional.empty();

    /**
     * What a graph calls its ends.
     *
     * @param loss     the mean over the batch of the losses of its examples
     * @param scores   a row of scores an example, the largest of which names its class: logits or probabilities
     * @param features the placeholder for inputs
     * @param labels   the placeholder for rows of zeros with a one
     */
    public record Names(String loss, String scores, String features, String labels) {}

    private SameDiffNetwork(SameDiff sameDiff, Names names, int classes, long... inputShape) {
        this.names = names;
        this.classes = classes;
        this.inputShape = Arrays.stream(inputShape).boxed().toList();
        GivenGraph given = new GivenGraph(sameDiff, names.loss());
        given.requireVariable(names.scores());
        given.requirePlaceholder(names.features());
        given.requirePlaceholder(names.labels());
        batches = new BatchBuffers(given.type(), classes);
        requireMean(given);
        graph = new GradientGraph(given);
        evaluation = new Pass(sameDiff);
        FlatVector initial = graph.copy();
        long[] next = {0};
        parameters = graph.variables().stream().map(variable -> {
            FlatVector values = initial.slice(next[0], variable.size());
            next[0] += variable.size();
            return new NetworkParameter(variable.name(), variable.shape(), NamedTensor.Order.ROW_MAJOR, variable.role(),
                    Start.values(values));
        }).toList();
    }

    /**
     * A network.
     *
     * @param graph      with its variables initialised; belongs to this object from now on
     * @param names      what it calls its ends
     * @param classes    how many there are
     * @param inputShape of an example, without the dimension of the batch
     * @throws IllegalArgumentException if the graph has no such ends, does not take such examples, has nothing that is trained, or its loss is
     *                                  no mean over the batch; the graph is as before
     */
    public static SameDiffNetwork of(SameDiff graph, Names names, int classes, long... inputShape) {
        return new SameDiffNetwork(graph, names, classes, inputShape);
    }

    /** The loss of an example must be that of a batch which has it twice. */
    private void requireMean(GivenGraph given) {
        double once = probe(given, 1);
        double twice = probe(given, 2);
        if (!(Math.abs(once - twice) <= 1e-4 * Math.abs(once))) {
            throw new IllegalArgumentException("loss \"" + names.loss() + "\" of an example is " + once
                    + ", and of a batch that has it twice " + twice + "; it must be the mean over the batch");
        }
    }

    private double probe(GivenGraph given, int size) {
        long row = inputShape.stream().reduce(1L, Math::multiplyExact);
        FlatVector inputs = FlatVector.zeros(given.type(), size * row);
        inputs.fill(1);
        INDArray loss;
        try {
            loss = given.loss(inputs(new Minibatch(inputs, inputShape, new int[size], size)));
        } catch (RuntimeException e) { // of ND4J's, of many kinds
            throw new IllegalArgumentException("the graph does not take examples of shape " + inputShape + " and "
                    + classes + " classes: " + e.getMessage(), e);
        }
        return given.loss().scalar(loss);
    }

    private Map<String, INDArray> inputs(Minibatch batch) {
        return Map.of(names.features(), batches.inputs(batch), names.labels(), batches.oneHot(batch));
    }

    @Override
    public ElementType type() {
        return graph.type();
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
        if (bound.filter(vector -> vector.segment().address() == params.segment().address()
                && vector.size() == params.size() && vector.type() == params.type()).isEmpty()) {
            graph.bind(params);
            bound = Optional.of(params);
        }
    }

    @Override
    public double lossAndGradient(Minibatch batch, long seed, FlatVector gradientOut) {
        requireBound();
        return graph.lossAndGradient(inputs(batch), gradientOut);
    }

    @Override
    public Assessment assess(Minibatch batch) {
        requireBound();
        graph.requireInPlace();
        double[] loss = new double[1];
        int[] correct = new int[1];
        evaluation.run(Operation.INFERENCE, List.of(names.loss(), names.scores()), inputs(batch), results -> {
            loss[0] = graph.loss(results) * batch.size();
            correct[0] = correct(results.get(names.scores()), batch);
        });
        return new Assessment(loss[0], correct[0]);
    }

    private int correct(INDArray scores, Minibatch batch) {
        if (scores.rank() != 2 || scores.size(0) != batch.size() || scores.size(1) != classes) {
            throw new IllegalArgumentException("scores \"" + names.scores() + "\" of " + batch.size()
                    + " examples have shape " + Arrays.toString(scores.shape()) + "; [" + batch.size() + ", " + classes
                    + "] is needed");
        }
        FlatVector rows = Nd4jVectors.of(scores.dup('c'));
        int correct = 0;
        for (int i = 0; i < batch.size(); i++) {
            int label = batch.labels()[i];
            double own = rows.get((long) i * classes + label);
            boolean best = true;
            for (int c = 0; c < classes; c++) { // with NaN, nothing is best
                double other = rows.get((long) i * classes + c);
                best &= c < label ? own > other : own >= other;
            }
            correct += best ? 1 : 0;
        }
        return correct;
    }

    private void requireBound() {
        if (bound.isEmpty()) {
            throw new IllegalStateException("the network is bound to no parameters");
        }
    }

    @Override
    public void reset() {
        // there is nothing to forget
    }

    @Override
    public State state() {
        return State.empty();
    }

    @Override
    public void restore(State state) {
        state.requireVersion(1);
    }
}
