package org.momo4j.examples;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.dataset.ArrayDataset;
import ai.djl.training.dataset.Batch;
import ai.djl.training.loss.Loss;
import ai.djl.translate.TranslateException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.momo4j.api.method.Decay;
import org.momo4j.api.method.MomentumMethod;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.step.Optimizer;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.ParameterLayout;
import org.momo4j.bounds.KnownBound;
import org.momo4j.core.averaging.FirstSampleAverage;
import org.momo4j.core.momo.Momo;
import org.momo4j.core.preconditioner.IdentityPreconditioner;
import org.momo4j.nn.data.NamedData;
import org.momo4j.nn.data.catalogue.DataPlaces;
import org.momo4j.nn.data.catalogue.DataSets;
import org.momo4j.nn.djl.Beginning;
import org.momo4j.nn.djl.FlatBlock;
import org.momo4j.nn.djl.PyTorch;
import org.momo4j.nn.network.DecayOf;
import org.momo4j.nn.network.NetworkLayouts;

/** Block, data and loss of DJL in a training loop of one's own, which has MoMo in the place of a {@code Trainer}. */
public final class DjlOwnLoop {
    private DjlOwnLoop() {}

    public static void main(String[] args) throws IOException, TranslateException {
        PyTorch.threads(1);
        NamedData digits = new DataSets(DataPlaces.standard(Optional.empty())).load("digits");
        Block net = new SequentialBlock().add(Linear.builder().setUnits(100).build()).add(Activation.reluBlock())
                .add(Linear.builder().setUnits(10).build());
        Loss loss = Loss.softmaxCrossEntropyLoss();
        try (NDManager manager = NDManager.newBaseManager();
                FlatBlock block = new FlatBlock(net, ElementType.FLOAT32, new Shape(1, 64), Beginning.DRAWN)) {
            ArrayDataset training = DjlDigits.batches(manager, digits.training(), 32);

            ParameterLayout layout = NetworkLayouts.of(block.parameters(), DecayOf.ALL);
            FlatVector params = FlatVector.zeros(block.type(), block.size());
            FlatVector gradient = params.zerosLike();
            NetworkLayouts.start(block.parameters(), layout, 0, params); // seed 0
            block.bind(params); // from now on the block computes where MoMo steps
            Optimizer momo = new Momo(new MomentumMethod(new FirstSampleAverage(0.9), new IdentityPreconditioner()), 0,
                    Decay.PROXIMAL, new Setting(layout, block.type(), k -> 1, new KnownBound(0),
                            RandomGenerator.getDefault()));

            long passes = 0;
            for (int epoch = 1; epoch <= 20; epoch++) {
                for (Batch batch : training.getData(manager)) {
                    double f = block.lossAndGradient(
                            s -> loss.evaluate(s.borrow(batch.getLabels()), s.forward(batch.getData())), passes++,
                            gradient);
                    momo.step(params, gradient, f);
                    batch.close();
                }
            }
            Batch all = DjlDigits.batches(manager, digits.training(), digits.training().count()).getData(manager)
                    .iterator().next();
            System.out.println("training loss " + block.<Float>evaluate(
                    s -> loss.evaluate(s.borrow(all.getLabels()), s.forward(all.getData())).getFloat()));
            Batch unseen = DjlDigits.batches(manager, digits.validation(), digits.validation().count())
                    .getData(manager).iterator().next();
            System.out.println("validation accuracy " + block.<Float>evaluate(
                    s -> s.forward(unseen.getData()).singletonOrThrow().argMax(1).toType(DataType.FLOAT32, false)
                            .eq(s.borrow(unseen.getLabels()).singletonOrThrow().squeeze(1))
                            .toType(DataType.FLOAT32, false).mean().getFloat()));
            if (args.length > 0) {
                block.save(Path.of(args[0]), "digits"); // a file of DJL's, digits-0000.params, in this folder
            }
        }
    }
}
