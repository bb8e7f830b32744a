package org.momo4j.nn.samediff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.momo4j.api.nd4j.Nd4jVectors;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.nn.network.NetworkParameter.Role;
import org.nd4j.autodiff.listeners.Operation;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.array.SingleThreadArrayHolder;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A graph of SameDiff whose trained variables lie in a flat vector, in the order of SameDiff (by name), each row-major. The graph
 * sees what is written to that vector; the gradients, for which SameDiff makes arrays, are gathered in another.
 */
final class GradientGraph {
    private final SameDiff graph;
    private final Loss loss;
    private final ElementType type;
    private final List<Variable> variables = new ArrayList<>();
    private final List<String> outputs = new ArrayList<>();
    private final SingleThreadArrayHolder holder = new SingleThreadArrayHolder();
    private final SingleThreadArrayHolder constants = new SingleThreadArrayHolder();
    private final Pass pass;
    private List<INDArray> values = List.of();
    private FlatVector gradientVector;
    private List<INDArray> gradients = List.of();

    /**
     * A trained variable.
     *
     * @param name   its name
     * @param shape  its shape
     * @param source the name of its gradient in the graph
     */
    record Variable(String name, List<Long> shape, String source) {
        long size() {
            return shape.stream().reduce(1L, Math::multiplyExact);
        }

        /** What it is for: with one axis, or of shape [1, n], it is a bias. */
        Role role() {
            return shape.size() < 2 || shape.size() == 2 && shape.getFirst() == 1 ? Role.BIAS : Role.WEIGHT;
        }

        long[] dimensions() {
            return shape.stream().mapToLong(Long::longValue).toArray();
        }
    }

    /**
     * Moves the variables of a graph into a vector of their own.
     *
     * @throws IllegalArgumentException if SameDiff has no gradient of the loss, or the loss does not depend on one of the variables; the
     *                                  graph is as before
     */
    GradientGraph(GivenGraph given) {
        graph = given.graph();
        loss = given.loss();
        type = given.type();
        SameDiff gradientFunction = differentiate(given);
        // the usual holder copies an array that is part of another
        graph.setArrayHolders(holder, constants, true);
        gradientFunction.setArrayHolders(holder, new SingleThreadArrayHolder(), true); // the same variables, not copies
        gradientVector = FlatVector.zeros(type, 0);
        FlatVector own = FlatVector.zeros(type, size());
        List<INDArray> places = views(own);
        for (int i = 0; i < places.size(); i++) {
            places.get(i).assign(given.values().get(i));
        }
        bind(own);
        pass = new Pass(gradientFunction);
    }

    /** Has SameDiff make its gradient function, and lists what that computes. */
    private SameDiff differentiate(GivenGraph given) {
        String[] before = graph.getLossVariables().toArray(String[]::new);
        boolean differentiated = graph.hasGradientFunction();
        try {
            createGradients();
            outputs.add(loss.name());
            for (int i = 0; i < given.trained().size(); i++) {
                add(given.trained().get(i), given.values().get(i));
            }
            return graph.getFunction("grad");
        } catch (IllegalArgumentException e) {
            graph.setLossVariables(before); // forgets the gradient function, too
            if (differentiated) {
                graph.createGradFunction();
            }
            throw e;
        }
    }

    private void createGradients() {
        try {
            graph.setLossVariables(loss.name());
            graph.createGradFunction();
        } catch (RuntimeException e) { // of ND4J's, of many kinds
            throw new IllegalArgumentException("SameDiff makes no gradient of loss \"" + loss.name() + "\": "
                    + e.getMessage(), e);
        }
    }

    private void add(SDVariable variable, INDArray values) {
        SDVariable gradient = variable.getGradient();
        if (gradient == null) {
            throw new IllegalArgumentException("the loss does not depend on variable \"" + variable.name()
                    + "\"; make it a constant");
        }
        variables.add(new Variable(variable.name(), Arrays.stream(values.shape()).boxed().toList(), gradient.name()));
        outputs.add(gradient.name());
    }

    ElementType type() {
        return type;
    }

    List<Variable> variables() {
        return variables;
    }

    private long size() {
        return variables.stream().mapToLong(Variable::size).sum();
    }

    /** The variables as arrays over a vector. */
    private List<INDArray> views(FlatVector vector) {
        List<INDArray> views = new ArrayList<>();
        long next = 0;
        for (Variable variable : variables) {
            views.add(Nd4jVectors.toArray(vector.slice(next, variable.size())).reshape('c', variable.dimensions()));
            next += variable.size();
        }
        return views;
    }

    /**
     * From now on the variables are those in this vector.
     *
     * @throws IllegalArgumentException if size or type differ
     */
    void bind(FlatVector params) {
        FlatVector.requireSame("params", params, type, size());
        values = views(params);
        for (int i = 0; i < values.size(); i++) {
            holder.setArray(variables.get(i).name(), values.get(i));
        }
    }

    /** The values of the variables, in a vector of their own. */
    FlatVector copy() {
        FlatVector copy = FlatVector.zeros(type, size());
        List<INDArray> places = views(copy);
        for (int i = 0; i < places.size(); i++) {
            places.get(i).assign(values.get(i));
        }
        return copy;
    }

    /**
     * Forward and backward pass.
     *
     * @param inputs      every placeholder
     * @param gradientOut receives the gradient of the loss
     * @return the loss
     * @throws IllegalArgumentException if the loss is no scalar
     * @throws IllegalStateException    if the array of a variable was replaced
     */
    double lossAndGradient(Map<String, INDArray> inputs, FlatVector gradientOut) {
        requireInPlace();
        if (gradientVector != gradientOut) {
            gradients = views(gradientOut);
            gradientVector = gradientOut;
        }
        double[] value = new double[1];
        pass.run(Operation.TRAINING, outputs, inputs, results -> {
            value[0] = loss(results);
            for (int i = 0; i < gradients.size(); i++) {
                gradients.get(i).assign(results.get(variables.get(i).source()));
            }
        });
        return value[0];
    }

    /** The loss among these results. */
    double loss(Map<String, INDArray> results) {
        return loss.scalar(results.get(loss.name()));
    }

    /**
     * Checks that the graph computes with these variables.
     *
     * @throws IllegalStateException if an array was replaced, or what holds them
     */
    void requireInPlace() {
        if (graph.getVariablesArrays() != holder || graph.getConstantArrays() != constants) {
            throw new IllegalStateException("the arrays of the graph were replaced since it was adapted: assign values"
                    + " to them instead, or adapt the graph again");
        }
        for (int i = 0; i < values.size(); i++) {
            String name = variables.get(i).name();
            if (!holder.hasArray(name) || holder.getArray(name) != values.get(i)) {
                throw new IllegalStateException(
                        "the array of variable \"" + name + "\" was replaced since the graph was"
                                + " adapted: assign values to it instead, or adapt the graph again");
            }
        }
    }
}
