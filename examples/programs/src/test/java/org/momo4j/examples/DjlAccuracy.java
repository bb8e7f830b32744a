package org.momo4j.examples;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Activation;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import ai.djl.training.dataset.Batch;
import java.nio.file.Path;
import org.momo4j.nn.data.Examples;

/** Accuracy of a saved model, by DJL alone. */
final class DjlAccuracy {
    private DjlAccuracy() {}

    static double of(Path folder, Examples digits) throws Exception {
        try (NDManager manager = NDManager.newBaseManager(); Model model = Model.newInstance("digits", "PyTorch")) {
            model.setBlock(new SequentialBlock().add(Linear.builder().setUnits(100).build())
                    .add(Activation.reluBlock()).add(Linear.builder().setUnits(10).build()));
            model.load(folder, "digits");
            Batch all = DjlDigits.batches(manager, digits, digits.count()).getData(manager).iterator().next();
            NDArray scores = model.getBlock().forward(new ParameterStore(manager, false), new NDList(all.getData()),
                    false).singletonOrThrow();
            float[] labels = all.getLabels().singletonOrThrow().toFloatArray();
            long[] found = scores.argMax(1).toLongArray();
            int correct = 0;
            for (int i = 0; i < labels.length; i++) {
                correct += found[i] == (long) labels[i] ? 1 : 0;
            }
            return (double) correct / labels.length;
        }
    }
}
