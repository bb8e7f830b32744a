package org.momo4j.nn.samediff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.momo4j.api.nd4j.Nd4jVectors;
import org.momo4j.api.step.Optimizer;
import org.momo4j.api.step.RunListener;
import org.momo4j.api.step.Sample;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.NamedTensor;
import org.momo4j.api.vector.ParameterLayout;
import org.momo4j.nn.network.DecayOf;
import org.momo4j.nn.network.NetworkParameter.Role;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.VariableType;
import org.nd4j.autodiff.samediff.array.SingleThreadArrayHolder;
import org.nd4j.linalg.api.buffer.DataType;
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
    private final SameDiff graph;
    private final String loss;
    private final String features;
    private final String labels;
    private final SingleThreadArrayHolder arrays;
    private final List<Variable> variables = new ArrayList<>();
    private final List<String> outputs = new ArrayList<>();
    private final FlatVector params;
    private final FlatVector gradient;
    private final ParameterLayout layout;
    private final Pass pass;

    /**
     * A trained variable.
     *
     * @param name     its name
     * @param array    its values, in the flat parameters
     * @param gradient room for its gradient, in the flat gradient
     * @param source   the name of its gradient in the graph
     */
    private record Variable(String name, INDArray array, INDArray gradient, String source) {}

    private SameDiffModel(SameDiff graph, String loss, String features, String labels, DecayOf decay) {
        this.graph = graph;
        this.loss = requireVariable(graph, loss);
        this.features = requireVariable(graph, features);
        this.labels = requireVariable(graph, labels);
        List<SDVariable> trained = graph.variables().stream()
                .filter(variable -> variable.getVariableType() == VariableType.VARIABLE).toList();
        if (trained.isEmpty()) {
            throw new IllegalArgumentException("the graph has no variables that are trained");
        }
        layout = layout(trained, decay);
        params = FlatVector.zeros(type(trained), layout.size());
        gradient = params.zerosLike();
        arrays = new SingleThreadArrayHolder(); // the usual one copies an array that is part of another
        List<INDArray> initial = trained.stream().map(SDVariable::getArr).toList();
        graph.setArrayHolders(arrays, new SingleThreadArrayHolder(), true);
        List<INDArray> values = views(params);
        for (int i = 0; i < values.size(); i++) {
            values.get(i).assign(initial.get(i));
            arrays.setArray(trained.get(i).name(), values.get(i));
        }
        graph.setLossVariables(loss);
        graph.createGradFunction();
        List<INDArray> gradients = views(gradient);
        outputs.add(loss);
        for (int i = 0; i < values.size(); i++) {
            SDVariable source = trained.get(i).getGradient();
            if (source == null) {
                throw new IllegalArgumentException("the loss does not depend on variable \"" + trained.get(i).name()
                        + "\"; make it a constant");
            }
            variables.add(new Variable(trained.get(i).name(), values.get(i), gradients.get(i), source.name()));
            outputs.add(source.name());
        }
        pass = new Pass(graph.getFunction("grad"));
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
     * @throws IllegalArgumentException if a name is unknown, nothing is trained, variables are not all FLOAT or all DOUBLE, or the loss
     *                                  does not depend on one of them
     */
    public static SameDiffModel of(SameDiff graph, String loss, String features, String labels, DecayOf decay) {
        return new SameDiffModel(graph, loss, features, labels, decay);
    }

    private static String requireVariable(SameDiff graph, String name) {
        if (!graph.hasVariable(name)) {
            throw new IllegalArgumentException("the graph has no variable \"" + name + "\"; there are "
                    + graph.variableMap().keySet());
        }
        return name;
    }

    private static ElementType type(List<SDVariable> trained) {
        List<DataType> types = trained.stream().map(SDVariable::dataType).distinct().toList();
        if (types.equals(List.of(DataType.FLOAT))) {
            return ElementType.FLOAT32;
        }
        if (types.equals(List.of(DataType.DOUBLE))) {
            return ElementType.FLOAT64;
        }
        throw new IllegalArgumentException("the variables are " + types + "; all must be FLOAT, or all DOUBLE");
    }

    private static ParameterLayout layout(List<SDVariable> trained, DecayOf decay) {
        ParameterLayout.Builder builder = ParameterLayout.builder();
        for (SDVariable variable : trained) {
            INDArray array = variable.getArr();
            if (array == null) {
                throw new IllegalArgumentException("variable \"" + variable.name() + "\" has no values yet");
            }
            long[] shape = array.shape();
            boolean bias = shape.length < 2 || shape.length == 2 && shape[0] == 1;
            builder.tensor(variable.name(), decay.group(bias ? Role.BIAS : Role.WEIGHT), NamedTensor.Order.ROW_MAJOR,
                    shape);
        }
        return builder.build();
    }

    /** The tensors of the layout as arrays over a vector. */
    private List<INDArray> views(FlatVector vector) {
        return layout.tensors().stream()
                .map(tensor -> Nd4jVectors.toArray(vector.slice(tensor.offset(), tensor.size())).reshape('c',
                        tensor.shape().stream().mapToLong(Long::longValue).toArray()))
                .toList();
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
     * @throws IllegalArgumentException if it has not as many labels as features, or the loss is no scalar
     * @throws IllegalStateException    if the array of a variable was replaced
     */
    public Sample sample(DataSet batch) {
        INDArray x = batch.getFeatures();
        INDArray y = batch.getLabels();
        if (x.size(0) != y.size(0)) {
            throw new IllegalArgumentException("the batch has " + x.size(0) + " examples and labels of shape "
                    + Arrays.toString(y.shape()) + "; the first dimension must be the same");
        }
        return sample(Map.of(features, x, labels, y));
    }

    /**
     * The same for a graph of other placeholders.
     *
     * @param placeholders the value of each
     * @throws IllegalArgumentException if the loss is no scalar
     * @throws IllegalStateException    if the array of a variable was replaced
     */
    public Sample sample(Map<String, INDArray> placeholders) {
        requireInPlace();
        double[] value = new double[1];
        pass.run(outputs, placeholders, results -> {
            value[0] = scalar(results.get(loss));
            variables.forEach(variable -> variable.gradient.assign(results.get(variable.source)));
        });
        return Sample.of(value[0], gradient);
    }

    private double scalar(INDArray value) {
        if (value.length() != 1) {
            throw new IllegalArgumentException("loss \"" + loss + "\" has shape " + Arrays.toString(value.shape())
                    + "; a scalar is needed");
        }
        return value.getDouble(0);
    }

    private void requireInPlace() {
        for (Variable variable : variables) {
            if (!arrays.hasArray(variable.name) || arrays.getArray(variable.name) != variable.array) {
                throw new IllegalStateException(
                        "the array of variable \"" + variable.name + "\" was replaced since the graph was"
                                + " adapted: assign values to it instead, or adapt the graph again");
            }
        }
    }

    /**
     * Trains, one step a batch; in the place of {@code sd.fit}.
     *
     * @param batches   reset before each epoch
     * @param epochs    passes over them
     * @param optimizer made for {@link #layout()} and {@link #type()}
     * @param listener  sees every step
     */
    public void fit(DataSetIterator batches, int epochs, Optimizer optimizer, RunListener listener) {
        for (int epoch = 0; epoch < epochs; epoch++) {
            batches.reset();
            while (batches.hasNext()) {
                listener.step(optimizer.step(params, sample(batches.next())));
            }
        }
    }
}
