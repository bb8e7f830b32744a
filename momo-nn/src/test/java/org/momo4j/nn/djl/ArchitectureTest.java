package org.momo4j.nn.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.NamedTensor;
import org.momo4j.api.vector.ParameterLayout;
import org.momo4j.nn.network.DecayOf;
import org.momo4j.nn.network.Minibatch;
import org.momo4j.nn.network.NetworkLayouts;

/** What is built by name. */
class ArchitectureTest {
    @BeforeAll
    static void natives() {
        Natives.require();
    }

    /** ResNet-20: 432 + 6 * 2,304 + 4,608 + 5 * 9,216 + 18,432 + 5 * 36,864 of convolutions, 1,376 of normalisations, 650 at the end. */
    @ParameterizedTest
    @CsvSource({"mlp, 1, 28, 89610", "convnet, 1, 28, 28938", "resnet-20, 1, 28, 269434", "resnet-20, 3, 32, 269722"})
    void parameters(String name, long channels, long side, long parameters) {
        try (DjlNetwork network = Architecture.named(name).network(ElementType.FLOAT32, List.of(channels, side, side),
                10)) {
            assertEquals(parameters, network.flat().size());
            Blobs blobs = new Blobs(4, network.inputShape(), 10);
            try (Started net = Started.at(network, 1)) {
                Minibatch batch = blobs.minibatch(ElementType.FLOAT32, 0, 4);
                assertTrue(net.network().lossAndGradient(batch, 0, net.gradient()) < 10);
                assertTrue(net.network().assess(batch).lossSum() > 0);
            }
        }
    }

    @Test
    void biasesAndNormalisationAreSparedWhereAsked() {
        try (DjlNetwork network = Architecture.RESNET_20.network(ElementType.FLOAT32, List.of(3L, 32L, 32L), 10)) {
            ParameterLayout layout = NetworkLayouts.of(network.parameters(), DecayOf.WEIGHTS);
            for (NamedTensor tensor : layout.tensors()) {
                boolean weight = tensor.name().endsWith("weight");
                assertEquals(weight ? "default" : "no-decay", tensor.group().name(), tensor.name());
            }
            assertEquals(20, layout.tensors().stream().filter(t -> t.name().endsWith("weight")).count());
            assertEquals(2 * 19 + 1, layout.tensors().stream().filter(t -> !t.name().endsWith("weight")).count());
            assertEquals(1, NetworkLayouts.of(network.parameters(), DecayOf.ALL).ranges().size());
        }
    }

    /** The shortcut of a stage: every second pixel, and zeros in the new channels. */
    @Test
    void shortcutsOfResNetAreOptionA() {
        List<Long> shape = List.of(1L, 8L, 8L);
        try (Started net = Started.of(Architecture.RESNET_20.block(shape, 10), ElementType.FLOAT64, shape, 10)) {
            net.network().flat().evaluate(step -> {
                NDArray x = step.manager().arange(0f, 2 * 16 * 8 * 8, 1f, ai.djl.ndarray.types.DataType.FLOAT64)
                        .reshape(2, 16, 8, 8);
                NDArray widened = ResNet20.widened(x, 32);
                assertEquals(new ai.djl.ndarray.types.Shape(2, 32, 4, 4), widened.getShape());
                for (int c = 0; c < 32; c++) {
                    double expected = c < 16 ? x.getDouble(1, c, 6, 2) : 0;
                    assertEquals(expected, widened.getDouble(1, c, 3, 1), "channel " + c);
                }
                return new NDList();
            });
        }
    }

    @Test
    void theSeedDecidesWhereItStarts() {
        List<Long> shape = List.of(1L, 8L, 8L);
        try (Started one = Started.at(Architecture.CONVNET.network(ElementType.FLOAT32, shape, 3), 1);
                Started same = Started.at(Architecture.CONVNET.network(ElementType.FLOAT32, shape, 3), 1);
                Started other = Started.at(Architecture.CONVNET.network(ElementType.FLOAT32, shape, 3), 2)) {
            org.junit.jupiter.api.Assertions.assertArrayEquals(one.params().toArray(), same.params().toArray());
            assertTrue(one.params().get(0) != other.params().get(0));
            FlatVector first = NetworkLayouts.of(one.network().parameters(), DecayOf.ALL).tensor("01Conv2d_bias",
                    one.params());
            double limit = 1 / Math.sqrt(25);
            for (long i = 0; i < first.size(); i++) {
                assertTrue(Math.abs(first.get(i)) <= limit && first.get(i) != 0, "bias " + first.get(i));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Architecture.class)
    void itLearns(Architecture architecture) {
        Blobs blobs = new Blobs(40, List.of(1L, 8L, 8L), 3);
        Minibatch batch = blobs.minibatch(ElementType.FLOAT32, 0, 40);
        try (Started net = Started.at(architecture.network(ElementType.FLOAT32, blobs.shape(), 3), 1)) {
            double first = net.network().lossAndGradient(batch, 0, net.gradient());
            double last = first;
            for (int k = 0; k < 15; k++) {
                for (long i = 0; i < net.params().size(); i++) {
                    net.params().set(i, net.params().get(i) - 0.05 * net.gradient().get(i));
                }
                last = net.network().lossAndGradient(batch, k, net.gradient());
            }
            assertTrue(last < first / 2, first + " became " + last);
        }
    }

    @Test
    void wrongNamesAndShapes() {
        assertSays("\"vgg\"; there are [mlp, convnet, resnet-20]", () -> Architecture.named("vgg"));
        assertSays("[784]", () -> Architecture.CONVNET.block(List.of(784L), 10));
        assertSays("multiples of 4", () -> Architecture.CONVNET.block(List.of(1L, 30L, 28L), 10));
        assertSays("[channels, height, width]", () -> Architecture.RESNET_20.block(List.of(28L, 28L), 10));
    }

    private static void assertSays(String part, org.junit.jupiter.api.function.Executable call) {
        String message = assertThrows(IllegalArgumentException.class, call).getMessage();
        assertTrue(message.contains(part), message);
    }
}
