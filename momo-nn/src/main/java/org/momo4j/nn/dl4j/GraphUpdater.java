package org.momo4j.nn.dl4j;

import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.Serial;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.updater.graph.ComputationGraphUpdater;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Stands where a {@code ComputationGraph} has its updater, for which DL4J has a class and no interface: it makes the state of the
 * updater that the graph was built with, which is never used.
 */
final class GraphUpdater extends ComputationGraphUpdater {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient FitStep step;

    GraphUpdater(ComputationGraph graph, FitStep step) {
        super(graph);
        this.step = step;
    }

    @Override
    public void update(Gradient gradient, int iteration, int epoch, int batchSize, LayerWorkspaceMgr workspaceMgr) {
        step.take(batchSize);
    }

    @Override
    public @Nullable INDArray getStateViewArray() {
        return null;
    }

    @Serial
    private void writeObject(ObjectOutputStream out) throws NotSerializableException {
        throw new NotSerializableException(GraphUpdater.class.getName());
    }
}
