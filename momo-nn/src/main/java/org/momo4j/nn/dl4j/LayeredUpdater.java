package org.momo4j.nn.dl4j;

import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.Serial;
import org.deeplearning4j.nn.api.Trainable;
import org.deeplearning4j.nn.api.Updater;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Stands where a {@code MultiLayerNetwork} has its updater. Has no state for DL4J to save: the optimizer has a state of its own. */
final class LayeredUpdater implements Updater {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient FitStep step;

    LayeredUpdater(FitStep step) {
        this.step = step;
    }

    @Override
    public void update(Trainable layer, Gradient gradient, int iteration, int epoch, int miniBatchSize,
            LayerWorkspaceMgr workspaceMgr) {
        step.take(miniBatchSize);
    }

    @Override
    public @Nullable INDArray getStateViewArray() {
        return null;
    }

    @Override
    public void setStateViewArray(Trainable layer, INDArray viewArray, boolean initialize) {
        // nothing to set
    }

    @Serial
    private void writeObject(ObjectOutputStream out) throws NotSerializableException {
        throw new NotSerializableException(LayeredUpdater.class.getName());
    }
}
