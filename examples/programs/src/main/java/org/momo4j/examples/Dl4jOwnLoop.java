package org.momo4j.examples;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.momo4j.api.method.Decay;
import org.momo4j.api.method.MomentumMethod;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.step.Optimizer;
import org.momo4j.api.step.StepReport;
import org.momo4j.bounds.KnownBound;
import org.momo4j.core.averaging.FirstSampleAverage;
import org.momo4j.core.momo.Momo;
import org.momo4j.core.preconditioner.IdentityPreconditioner;
import org.momo4j.nn.data.NamedData;
import org.momo4j.nn.data.catalogue.DataPlaces;
import org.momo4j.nn.data.catalogue.DataSets;
import org.momo4j.nn.dl4j.Dl4jModel;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** A network of DL4J in a training loop of one's own, which sees the loss and the size of each step. */
public final class Dl4jOwnLoop {
    private static final int BATCHES = 45;

    private Dl4jOwnLoop() {}

    public static void main(String[] args) {
        NamedData digits = new DataSets(DataPlaces.standard(Optional.empty())).load("digits");
        DataSetIterator training = Dl4jDigits.batches(digits.training(), 32);
        DataSetIterator validation = Dl4jDigits.batches(digits.validation(), 32);

        MultiLayerNetwork net = new MultiLayerNetwork(new NeuralNetConfiguration.Builder().seed(0)
                .activation(Activation.RELU).list()
                .layer(new DenseLayer.Builder().nIn(64).nOut(100).build())
                .layer(new OutputLayer.Builder(LossFunction.MCXENT).activation(Activation.SOFTMAX).nIn(100).nOut(10)
                        .build())
                .build());
        net.init();

        Dl4jModel model = Dl4jModel.of(net); // MoMo, made once
        Optimizer momo = new Momo(new MomentumMethod(new FirstSampleAverage(0.9), new IdentityPreconditioner()), 0,
                Decay.PROXIMAL, new Setting(model.layout(), model.type(), k -> 1, new KnownBound(0),
                        RandomGenerator.getDefault()));

        for (int epoch = 1; epoch <= 20; epoch++) {
            double loss = 0;
            double stepSize = 0;
            training.reset();
            while (training.hasNext()) {
                StepReport report = momo.step(model.params(), model.sample(training.next())); // MoMo, for every batch
                loss += report.loss() / BATCHES;
                stepSize += report.stepSize() / BATCHES;
            }
            System.out.printf(Locale.ROOT, "epoch %d: mean loss %.4f, mean step size %.4f%n", epoch, loss, stepSize);
        }

        System.out.println("training loss " + net.score(Dl4jDigits.all(digits.training())));
        System.out.println("validation accuracy " + net.evaluate(validation).accuracy());
        if (args.length > 0) {
            model.save(Path.of(args[0])); // a file of DL4J's
        }
    }
}
