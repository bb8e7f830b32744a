package org.momo4j.nn.samediff;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.momo4j.api.step.Optimizer;
import org.momo4j.api.step.RunListener;
import org.momo4j.api.step.Sample;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.ParameterLayout;
import org.momo4j.nn.network.DecayOf;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;

/**
 * A graph of SameDiff, trained by any {@link Optimizer} in a loop of your own:
 *
 * <pre>
 * SameDiffModel model = SameDiffModel.of(sd, "loss", "input", "labels");
 * StepReport report = momo.step(model.params(), model.sample(batch)); // for every batch; or
 * model.fit(iterator, epochs, momo, listener);
 * </pre>
 *
 * <p>
 * The variables of the graph are moved into {@link #params()}, without a copy from then on: a step is seen by the graph at once, and
 * {@code sd.output}, {@code sd.evaluate} and {@code sd.save} go on working. SameDiff makes a new array for every gradient, so gradients
 * are gathered in one pass. Loss and gradient are those of the graph's loss variable, whether that is a mean or a sum; penalties of a
 * training configuration are not in it, and weight decay belongs to the optimizer. Constants are what SameDiff calls frozen: they are
 * left alone.
 *
 * <p>
 * {@code sd.fit} cannot be used: it updates one variable after the other, before MoMo can know its step size, and hands listeners
 * no loss when none is asked for. {@link #fit} stands in its place. Confined to one thread at a time.
 */
public final class SameDiffModel {
    private final GradientGraph graph;
    private final String features;
    private final String labels;
    private final FlatVector params;
    private final FlatVector gradient;
    private final ParameterLayout layout;

    private SameDiffModel(GradientGraph graph, String features, String labels, DecayOf decay) {
        this.graph = graph;
        this.features = features;
        this.labels = labels;
        ParameterLayout.Builder builder = ParameterLayout.builder();
        graph.variables().forEach(v -> builder.tensor(v.name(), decay.group(v.role()), v.dimensions()));
        layout = builder.build();
        params = graph.copy();
        gradient = params.zerosLike();
        graph.bind(params);
    }

    /**
     * A model whose parameters are all decayed, if the optimizer decays.
     *
     * @throws IllegalArgumentException as for {@link #of(SameDiff, String, String, String, DecayOf)}
     */
    public static SameDiffModel of(SameDiff graph, String loss, String features, String labels) {
        return of(graph, loss, features, labels, DecayOf.ALL);
    }

    /**
     * A model.
     *
     * @param graph    a graph with its variables initialised
     * @param loss     the name of its loss, a scalar
     * @param features the name of the placeholder for inputs
     * @param labels   the name of the placeholder for labels
     * @param decay    what weight decay is for; a variable with one axis, or of shape [1, n], is a bias
     * @throws IllegalArgumentException if a name is unknown or no placeholder's, nothing is trained, variables are not all FLOAT or all
     *                                  DOUBLE, or the loss is no scalar or does not depend on one of them; the graph is as before
     */
    public static SameDiffModel of(SameDiff graph, String loss, String features, String labels, DecayOf decay) {
        GivenGraph given = new GivenGraph(graph, loss);
        given.requirePlaceholder(features);
        given.requirePlaceholder(labels);
        given.requireScalarLoss();
        return new SameDiffModel(new GradientGraph(given), features, labels, decay);
    }

    /** The variables of the graph, which are this memory: what is written here, the graph sees. */
    public FlatVector params() {
        return params;
    }

    /** What the graph computes in. */
    public ElementType type() {
        return params.type();
    }

    /** Names, shapes and groups of {@link #params()}, row-major, in the order of SameDiff: by name. */
    public ParameterLayout layout() {
        return layout;
    }

    /**
     * Loss and gradient of a batch at the graph's variables. The sample is valid until the next.
     *
     * @throws IllegalArgumentException if it has no features, no labels or not as many labels as features, if it has masks, or if the
     *                                  loss is no scalar
     * @throws IllegalStateException    if the array of a variable was replaced
     */
    public Sample sample(DataSet batch) {
        INDArray x = present(batch.getFeatures(), "features");
        INDArray y = present(batch.getLabels(), "labels");
        if (batch.hasMaskArrays()) {
            throw new IllegalArgumentException("the batch has masks, for which no placeholder was named;"
                    + " give every placeholder its array by sample(Map)");
        }
        if (x.size(0) != y.size(0)) {
            throw new IllegalArgumentException("the batch has " + x.size(0) + " examples and labels of shape "
                    + Arrays.toString(y.shape()) + "; the first dimension must be the same");
        }
        return sample(Map.of(features, x, labels, y));
    }

    private static INDArray present(@Nullable INDArray array, String what) {
        if (array == null) {
            throw new IllegalArgumentException("the batch has no " + what + "; features and labels are needed");
        }
        return array;
    }

    /**
     * The same for a graph of other placeholders.
     *
     * @param placeholders the value of each
     * @throws IllegalArgumentException if the loss is no scalar
     * @throws IllegalStateException    if the array of a variable was replaced
     */
    public Sample sample(Map<String, INDArray> placeholders) {
        return Sample.of(graph.lossAndGradient(placeholders, gradient), gradient);
    }

    /**
     * Trains, one step a batch; in the place of {@code sd.fit}.
     *
     * @param batches   reset before each epoch
     * @param epochs    passes over them, at least 0
     * @param optimizer made for {@link #layout()} and {@link #type()}
     * @param listener  sees every step
     * @throws IllegalArgumentException if epochs are negative, or for a batch as for {@link #sample(DataSet)}
     * @throws IllegalStateException    if the array of a variable was replaced
     */
    public void fit(DataSetIterator batches, int epochs, Optimizer optimizer, RunListener listener) {
        if (epochs < 0) {
            throw new IllegalArgumentException("epochs are " + epochs + "; they must be at least 0");
        }
        for (int epoch = 0; epoch < epochs; epoch++) {
            batches.reset();
            while (batches.hasNext()) {
                listener.step(optimizer.step(params, sample(batches.next())));
            }
        }
    }
}
