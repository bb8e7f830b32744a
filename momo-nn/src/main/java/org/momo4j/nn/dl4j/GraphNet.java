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
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A {@link ComputationGraph}. */
record GraphNet(ComputationGraph model) implements Net {
    @Override
    public boolean initialised() {
        return model.getVertices() != null;
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
        for (int index : model.topologicalSortOrder()) {
            GraphVertex vertex = model.getVertices()[index];
            parts.put(vertex.getVertexName(), vertex);
        }
        return parts;
    }

    @Override
    public List<Layer> outputs() {
        return model.getConfiguration().getNetworkOutputs().stream().map(model::getLayer).toList();
    }

    @Override
    public int inputCount() {
        return model.getNumInputArrays();
    }

    @Override
    public boolean truncated() {
        return model.getConfiguration().getBackpropType() == BackpropType.TruncatedBPTT;
    }

    @Override
    public int iteration() {
        return model.getConfiguration().getIterationCount();
    }

    @Override
    public int epoch() {
        return model.getConfiguration().getEpochCount();
    }

    @Override
    public void compute(BatchArrays batch) {
        model.setInputs(batch.features());
        model.setLabels(batch.labels());
        if (batch.masked()) {
            model.setLayerMaskArrays(batch.featureMasks(), batch.labelMasks());
        }
        try {
            model.computeGradientAndScore();
        } finally {
            if (batch.masked()) {
                model.clearLayerMaskArrays();
            }
        }
    }

    @Override
    public INDArray output(INDArray input) {
        return model.output(false, input)[0];
    }

    @Override
    public void train(FitStep step) {
        model.setUpdater(new GraphUpdater(model, step));
    }

    @Override
    public Model read(File file) throws IOException {
        return ComputationGraph.load(file, false);
    }
}
