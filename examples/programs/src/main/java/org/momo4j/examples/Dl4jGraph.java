package org.momo4j.examples;

import java.nio.file.Path;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.momo4j.api.method.Decay;
import org.momo4j.api.method.LearningRate;
import org.momo4j.api.method.LowerBound;
import org.momo4j.api.method.MomentumMethod;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.step.Optimizer;
import org.momo4j.bounds.OnlineBound;
import org.momo4j.core.averaging.BiasCorrectedAverage;
import org.momo4j.core.momo.Momo;
import org.momo4j.core.preconditioner.AdamPreconditioner;
import org.momo4j.core.schedule.Cosine;
import org.momo4j.nn.data.NamedData;
import org.momo4j.nn.data.catalogue.DataPlaces;
import org.momo4j.nn.data.catalogue.DataSets;
import org.momo4j.nn.dl4j.Dl4jModel;
import org.momo4j.nn.network.DecayOf;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** A graph of DL4J with batch normalisation, trained by MoMo-Adam* with weight decay and a schedule: all that one can choose. */
public final class Dl4jGraph {
    private Dl4jGraph() {}

    public static void main(String[] args) {
        NamedData digits = new DataSets(DataPlaces.standard(Optional.empty())).load("digits");
        DataSetIterator training = Dl4jDigits.batches(digits.training(), 32);

        ComputationGraph net = new ComputationGraph(new NeuralNetConfiguration.Builder().seed(0)
                .activation(Activation.RELU).graphBuilder().addInputs("pixels").setInputTypes(InputType.feedForward(64))
                .addLayer("hidden", new DenseLayer.Builder().nOut(100).build(), "pixels")
                .addLayer("normal", new BatchNormalization.Builder().build(), "hidden")
                .addLayer("class", new OutputLayer.Builder(LossFunction.MCXENT).activation(Activation.SOFTMAX).nOut(10)
                        .build(), "normal")
                .setOutputs("class").build());
        net.init();

        Dl4jModel model = Dl4jModel.of(net, DecayOf.WEIGHTS); // biases and normalisations are spared
        LearningRate cap = new Cosine(0.1, 0, 20 * 45); // of the step size
        LowerBound bound = new OnlineBound(0); // estimated from the losses, and never below 0
        MomentumMethod adam = new MomentumMethod(new BiasCorrectedAverage(0.9),
                new AdamPreconditioner(0.999, 1e-8, model.layout().size(), model.type()));
        double weightDecay = 1e-3;
        Optimizer momoAdam = new Momo(adam, weightDecay, Decay.PROXIMAL,
                new Setting(model.layout(), model.type(), cap, bound, RandomGenerator.getDefault()));
        model.trainWith(momoAdam);

        net.fit(training, 20);

        System.out.println("training loss " + net.score(Dl4jDigits.all(digits.training())));
        System.out
                .println("validation accuracy " + net.evaluate(Dl4jDigits.batches(digits.validation(), 32)).accuracy());
        if (args.length > 0) {
            model.save(Path.of(args[0]));
        }
    }
}
