package org.momo4j.nn.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.nn.network.Assessment;
import org.momo4j.nn.network.Minibatch;
import org.momo4j.testkit.Bits;

/** Models are written and read, and the memory stays one. */
class ModelFileTest {
    private static final Blobs BLOBS = new Blobs(40, Started.FIVE, 3);

    @TempDir
    Path folder;

    @BeforeAll
    static void natives() {
        Natives.require();
    }

    private static Started trained(Block block, ElementType type) {
        Started net = Started.of(block, type, Started.FIVE, 3);
        train(net);
        return net;
    }

    private static void train(Started net) {
        Minibatch batch = BLOBS.minibatch(net.network().type(), 0, 16);
        for (int k = 0; k < 5; k++) {
            net.network().lossAndGradient(batch, k, net.gradient());
            for (long i = 0; i < net.params().size(); i++) {
                net.params().set(i, net.params().get(i) - 0.1 * net.gradient().get(i));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ElementType.class)
    void whatWasWrittenIsReadIntoTheVector(ElementType type) throws IOException {
        Minibatch batch = BLOBS.minibatch(type, 0, 40);
        try (Started one = trained(Started.normalised(), type);
                Started other = Started.of(Started.normalised(), type, Started.FIVE, 3)) {
            one.network().save(folder, "net");
            Assessment expected = one.network().assess(batch);
            FlatVector params = other.params().zerosLike();
            other.network().load(folder, "net", params);
            assertArrayEquals(one.params().toArray(), params.toArray());
            assertEquals(expected, other.network().assess(batch));
            Bits.assertSame("state", Bits.of(one.network().state()), Bits.of(other.network().state()));
            // and goes on alike, in the new vector
            Started continued = new Started(other.network(), params, other.gradient());
            train(one);
            train(continued);
            assertArrayEquals(one.params().toArray(), params.toArray());
            assertFalse(Arrays.equals(other.params().toArray(), params.toArray()), "nothing was trained");
        }
    }

    @Test
    void djlReadsItWithoutUs() throws Exception {
        Minibatch batch = BLOBS.minibatch(ElementType.FLOAT32, 0, 40);
        try (Started net = trained(Started.normalised(), ElementType.FLOAT32);
                Model model = Model.newInstance("net", Device.cpu(), "PyTorch")) {
            net.network().save(folder, "net");
            model.setBlock(Started.normalised());
            model.load(folder, "net");
            try (DjlNetwork given = new DjlNetwork(model.getBlock(), ElementType.FLOAT32, Started.FIVE, 3,
                    Beginning.AS_GIVEN)) {
                Started same = Started.at(given, 77); // whatever the seed
                assertArrayEquals(net.params().toArray(), same.params().toArray());
                assertEquals(net.network().assess(batch), given.assess(batch));
                given.lossAndGradient(batch, 0, same.gradient());
                given.reset();
                assertEquals(net.network().assess(batch), given.assess(batch));
            }
        }
    }

    @Test
    void aModelThatIsLoadedBehindIsNoticedAndForgivenByLoading() throws Exception {
        Minibatch batch = BLOBS.minibatch(ElementType.FLOAT32, 0, 40);
        Block block = Started.normalised();
        try (Started net = trained(block, ElementType.FLOAT32);
                Model model = Model.newInstance("net", Device.cpu(), "PyTorch")) {
            net.network().save(folder, "net");
            Assessment expected = net.network().assess(batch);
            model.setBlock(block);
            model.load(folder, "net");
            assertThrows(IllegalStateException.class, () -> net.network().assess(batch));
            net.network().load(folder, "net", net.params());
            assertEquals(expected, net.network().assess(batch));
        }
    }

    @Test
    void afterARefusedFileNothingHasChanged() throws IOException {
        try (Started net = trained(Started.normalised(), ElementType.FLOAT32)) {
            net.network().save(folder, "good");
            Block wider = new SequentialBlock().add(Started.linear(6)).add(ai.djl.nn.norm.BatchNorm.builder().build())
                    .add(ai.djl.nn.Activation.reluBlock()).add(Started.linear(3));
            try (Started other = trained(wider, ElementType.FLOAT32)) {
                other.network().save(folder, "wider");
            }
            try (Started other = trained(Started.small(), ElementType.FLOAT32)) {
                other.network().save(folder, "small");
            }
            try (Started other = trained(Started.normalised(), ElementType.FLOAT64)) {
                other.network().save(folder, "double");
            }
            byte[] good = Files.readAllBytes(folder.resolve("good-0000.params"));
            Files.write(folder.resolve("short-0000.params"), Arrays.copyOf(good, good.length / 2));
            Files.write(folder.resolve("text-0000.params"), List.of("this is no model"));
            Files.createFile(folder.resolve("empty-0000.params"));

            assertRefused(IllegalArgumentException.class, "(6, 5)", net, "wider");
            assertRefused(Exception.class, "small", net, "small");
            assertRefused(IllegalArgumentException.class, "float64", net, "double");
            assertRefused(IOException.class, "short", net, "short");
            assertRefused(IOException.class, "text", net, "text");
            assertRefused(IOException.class, "empty", net, "empty");
            assertRefused(IOException.class, "missing", net, "missing");
        }
    }

    private void assertRefused(Class<? extends Exception> type, String message, Started net, String name) {
        Minibatch batch = BLOBS.minibatch(ElementType.FLOAT32, 0, 40);
        Bits state = Bits.of(net.network().state());
        Bits point = Bits.of(net.params());
        Assessment before = net.network().assess(batch);
        Exception refused = assertThrows(type, () -> net.network().load(folder, name, net.params().zerosLike()), name);
        assertTrue(String.valueOf(refused.getMessage()).contains(message), refused.toString());
        Bits.assertSame("point", point, Bits.of(net.params()));
        Bits.assertSame("state", state, Bits.of(net.network().state()));
        assertEquals(before, net.network().assess(batch));
        // still one memory
        double kept = net.params().get(0);
        net.params().set(0, Double.NaN);
        assertTrue(Double.isNaN(net.network().assess(batch).lossSum()), "the memory is no longer one after " + name);
        net.params().set(0, kept);
    }
}
