package org.momo4j.examples;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.momo4j.api.method.Decay;
import org.momo4j.api.method.MomentumMethod;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.step.Optimizer;
import org.momo4j.bounds.KnownBound;
import org.momo4j.core.averaging.FirstSampleAverage;
import org.momo4j.core.momo.Momo;
import org.momo4j.core.preconditioner.IdentityPreconditioner;
import org.momo4j.nn.data.Examples;
import org.momo4j.nn.data.NamedData;
import org.momo4j.nn.data.catalogue.DataPlaces;
import org.momo4j.nn.data.catalogue.DataSets;
import org.momo4j.nn.samediff.SameDiffModel;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.weightinit.impl.XavierInitScheme;

/** A graph of SameDiff in a training loop of one's own. */
public final class SameDiffOwnLoop {
    private SameDiffOwnLoop() {}

    public static void main(String[] args) {
        NamedData digits = new DataSets(DataPlaces.standard(Optional.empty())).load("digits");
        DataSetIterator training = Dl4jDigits.batches(digits.training(), 32);

        SameDiff graph = SameDiff.create();
        SDVariable input = graph.placeHolder("input", DataType.FLOAT, -1, 64);
        SDVariable labels = graph.placeHolder("labels", DataType.FLOAT, -1, 10);
        SDVariable hidden = graph.nn.relu(dense(graph, "hidden", input, 64, 100), 0);
        SDVariable logits = dense(graph, "output", hidden, 100, 10).rename("logits");
        graph.loss.softmaxCrossEntropy("loss", labels, logits, null);

        SameDiffModel model = SameDiffModel.of(graph, "loss", "input", "labels"); // MoMo, made once
        Optimizer momo = new Momo(new MomentumMethod(new FirstSampleAverage(0.9), new IdentityPreconditioner()), 0,
                Decay.PROXIMAL, new Setting(model.layout(), model.type(), k -> 1, new KnownBound(0),
                        RandomGenerator.getDefault()));

        for (int epoch = 1; epoch <= 20; epoch++) {
            training.reset();
            while (training.hasNext()) {
                momo.step(model.params(), model.sample(training.next())); // MoMo, for every batch
            }
        }

        System.out.println("training loss " + model.sample(Dl4jDigits.all(digits.training())).loss());
        System.out.println("validation accuracy " + accuracy(graph, digits.validation()));
        if (args.length > 0) {
            graph.save(Path.of(args[0]).toFile(), false); // a file of SameDiff's
        }
    }

    private static SDVariable dense(SameDiff graph, String name, SDVariable input, int in, int out) {
        SDVariable weights = graph.var(name + "_W", new XavierInitScheme('c', in, out), DataType.FLOAT, in, out);
        return input.mmul(weights).add(graph.zero(name + "_b", DataType.FLOAT, out));
    }

    /** The share of digits whose own logit is the largest. */
    static double accuracy(SameDiff graph, Examples digits) {
        DataSet all = Dl4jDigits.all(digits);
        INDArray predicted = graph.output(Map.of("input", all.getFeatures()), "logits").get("logits").argMax(1);
        return predicted.eq(all.getLabels().argMax(1)).castTo(DataType.DOUBLE).meanNumber().doubleValue();
    }
}
