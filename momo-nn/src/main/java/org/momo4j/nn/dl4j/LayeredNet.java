package org.momo4j.nn.dl4j;

import java.io.File;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.api.Trainable;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A {@link MultiLayerNetwork}. */
record LayeredNet(MultiLayerNetwork model) implements Net {
    @Override
    public boolean initialised() {
        return model.isInitCalled();
    }

    @Override
    public INDArray gradients() {
        if (model.getGradientsViewArray() == null) {
            model.initGradientsView();
        }
        return model.getGradientsViewArray();
    }

    @Override
    public SequencedMap<String, Trainable> parts() {
        SequencedMap<String, Trainable> parts = new LinkedHashMap<>();
        Layer[] layers = model.getLayers();
        for (int i = 0; i < layers.length; i++) {
            parts.put(String.valueOf(i), layers[i]);
        }
        return parts;
    }

    @Override
    public List<Layer> outputs() {
        return List.of(model.getOutputLayer());
    }

    @Override
    public int inputCount() {
        return 1;
    }

    @Override
    public boolean truncated() {
        return model.getLayerWiseConfigurations().getBackpropType() == BackpropType.TruncatedBPTT;
    }

    @Override
    public int iteration() {
        return model.getIterationCount();
    }

    @Override
    public int epoch() {
        return model.getEpochCount();
    }

    @Override
    public void compute(BatchArrays batch) {
        model.setInput(batch.features()[0]);
        model.setLabels(batch.labels()[0]);
        if (batch.masked()) {
            model.setLayerMaskArrays(first(batch.featureMasks()), first(batch.labelMasks()));
        }
        try {
            model.computeGradientAndScore();
        } finally {
            if (batch.masked()) {
                model.clearLayerMaskArrays();
            }
        }
    }

    private static @Nullable INDArray first(INDArray @Nullable [] masks) {
        return masks == null ? null : masks[0];
    }

    @Override
    public INDArray output(INDArray input) {
        return model.output(input, false);
    }

    @Override
    public void train(FitStep step) {
        model.setUpdater(new LayeredUpdater(step));
    }

    @Override
    public Model read(File file) throws IOException {
        return MultiLayerNetwork.load(file, false);
    }
}
