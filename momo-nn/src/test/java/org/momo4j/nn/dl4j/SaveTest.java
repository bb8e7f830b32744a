package org.momo4j.nn.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.momo4j.api.state.State;
import org.momo4j.api.step.Optimizer;
import org.momo4j.testkit.Bits;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.dataset.DataSet;

/** Networks in files of DL4J's format. */
class SaveTest {
    @TempDir
    private Path folder = Path.of("");

    private static void train(Dl4jModel model, Optimizer optimizer, List<DataSet> batches) {
        batches.forEach(batch -> optimizer.step(model.params(), model.sample(batch)));
    }

    @ParameterizedTest
    @EnumSource(names = {"DENSE", "CONVOLUTION_BATCH_NORM"})
    void trainingGoesOnToTheBit(Nets kind) {
        List<DataSet> batches = RandomExamples.of(kind, 60).batches(DataType.FLOAT, 16);
        Path file = folder.resolve("net.zip");
        ComputationGraph net = kind.graph(DataType.FLOAT);
        Dl4jModel model = Dl4jModel.of(net);
        Optimizer momo = Optimizers.momo(model);
        train(model, momo, batches);
        model.save(file);
        State state = momo.state();
        train(model, momo, batches);
        Bits end = Bits.of(model.params());

        Dl4jModel fresh = Dl4jModel.of(kind.graph(DataType.FLOAT));
        long address = fresh.params().segment().address();
        fresh.load(file);
        assertEquals(address, fresh.params().segment().address());
        Optimizer restored = Optimizers.momo(fresh);
        restored.restore(state);
        train(fresh, restored, batches);
        Bits.assertSame("parameters", end, Bits.of(fresh.params()));

        model.load(file); // back in time, in the same memory
        momo.restore(state);
        train(model, momo, batches);
        Bits.assertSame("parameters", end, Bits.of(model.params()));
    }

    @Test
    void dl4jReadsThem() throws IOException {
        MultiLayerNetwork net = Nets.DENSE.layered(DataType.DOUBLE);
        Dl4jModel model = Dl4jModel.of(net);
        model.params().fill(0.25);
        model.trainWith(Optimizers.momo(model));
        Path file = folder.resolve("net.zip");
        model.save(file);
        assertEquals(net.params(), MultiLayerNetwork.load(file.toFile(), true).params());
        net.save(folder.resolve("theirs.zip").toFile(), true); // with our optimizer in the updater's place
        assertEquals(net.params(), MultiLayerNetwork.load(folder.resolve("theirs.zip").toFile(), true).params());
        assertEquals(net.params(), net.clone().params());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(2, files.count(), "nothing else is left");
        }
    }

    @Test
    void wrongFilesChangeNothing() throws IOException {
        Dl4jModel model = Dl4jModel.of(Nets.DENSE.layered(DataType.FLOAT));
        Bits before = Bits.of(model.params());
        Path other = folder.resolve("other.zip");
        Path twice = folder.resolve("double.zip");
        Path graph = folder.resolve("graph.zip");
        Path text = Files.writeString(folder.resolve("text.zip"), "no network");
        Dl4jModel.of(Nets.ACTIVATIONS.layered(DataType.FLOAT)).save(other);
        Dl4jModel.of(Nets.DENSE.layered(DataType.DOUBLE)).save(twice);
        Dl4jModel.of(Nets.DENSE.graph(DataType.FLOAT)).save(graph);
        for (Path file : List.of(other, twice, graph, text)) {
            Exception refusal = assertThrows(Exception.class, () -> model.load(file));
            assertTrue(refusal instanceof IllegalArgumentException || refusal instanceof UncheckedIOException);
            assertTrue(String.valueOf(refusal.getMessage()).contains(file.toString()), refusal.getMessage());
        }
        assertThrows(UncheckedIOException.class, () -> model.load(folder.resolve("absent.zip")));
        assertThrows(UncheckedIOException.class, () -> model.save(folder.resolve("absent/net.zip")));
        Bits.assertSame("parameters", before, Bits.of(model.params()));
    }
}
