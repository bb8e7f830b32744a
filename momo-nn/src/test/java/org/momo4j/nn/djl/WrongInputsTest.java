package org.momo4j.nn.djl;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.nn.network.Minibatch;
import org.momo4j.testkit.Bits;

/** Refused in one sentence, and nothing has changed. */
class WrongInputsTest {
    private static final Blobs BLOBS = new Blobs(40, Started.FIVE, 3);

    @BeforeAll
    static void natives() {
        Natives.require();
    }

    private static void assertSays(String part, Executable call) {
        String message = assertThrows(IllegalArgumentException.class, call).getMessage();
        assertTrue(message.contains(part), message);
        assertTrue(message.lines().count() == 1, message);
    }

    @Test
    void blocks() {
        assertSays("(1, 3)", () -> Started.of(new SequentialBlock().add(Started.linear(4)), ElementType.FLOAT32,
                Started.FIVE, 3));
        assertSays("number of classes is 1", () -> Started.of(Started.small(), ElementType.FLOAT32, Started.FIVE, 1));
        assertSays("no values yet", () -> new DjlNetwork(Started.small(), ElementType.FLOAT32, Started.FIVE, 3,
                Beginning.AS_GIVEN));
        Block frozen = Started.small();
        frozen.freezeParameters(true, p -> p.getName().equals("weight"));
        assertSays("\"01Linear_weight\" is frozen and has no value",
                () -> Started.of(frozen, ElementType.FLOAT32, Started.FIVE, 3));
        try (NDManager manager = PyTorch.newManager()) {
            Block single = Started.small();
            single.initialize(manager, DataType.FLOAT32, new Shape(1, 5));
            assertSays("\"01Linear_weight\" is float32; float64 is needed",
                    () -> Started.of(single, ElementType.FLOAT64, Started.FIVE, 3));
        }
    }

    @Test
    void vectors() {
        try (Started net = Started.of(Started.small(), ElementType.FLOAT32, Started.FIVE, 3)) {
            Minibatch batch = BLOBS.minibatch(ElementType.FLOAT32, 0, 8);
            long size = net.params().size();
            for (FlatVector wrong : List.of(FlatVector.zeros(ElementType.FLOAT32, size + 1),
                    FlatVector.zeros(ElementType.FLOAT32, size - 1), FlatVector.zeros(ElementType.FLOAT64, size))) {
                assertSays("needed", () -> net.network().bind(wrong));
                assertSays("needed", () -> net.network().lossAndGradient(batch, 0, wrong));
                assertSays("needed", () -> net.network().load(java.nio.file.Path.of("nowhere"), "net", wrong));
            }
            double before = net.network().lossAndGradient(batch, 0, net.gradient());
            assertTrue(before == net.network().lossAndGradient(batch, 0, net.gradient()));
        }
    }

    @Test
    void batches() {
        try (Started net = Started.of(Started.small(), ElementType.FLOAT32, Started.FIVE, 3)) {
            Minibatch good = BLOBS.minibatch(ElementType.FLOAT32, 0, 2);
            for (int label : new int[]{-1, 3}) {
                Minibatch wrong = new Minibatch(good.inputs(), good.shape(), new int[]{0, label}, 2);
                assertSays("label of example 1 of the batch is " + label,
                        () -> net.network().lossAndGradient(wrong, 0, net.gradient()));
                assertSays("in [0, 3)", () -> net.network().assess(wrong));
            }
            Minibatch other = new Minibatch(good.inputs(), List.of(1L, 5L), good.labels(), 2);
            assertSays("[1, 5]", () -> net.network().assess(other));
            assertSays("input is float64; float32 is needed",
                    () -> net.network().assess(BLOBS.minibatch(ElementType.FLOAT64, 0, 2)));
        }
    }

    @Test
    void oneExampleUnderBatchNormalisation() {
        try (Started net = Started.of(Started.normalised(), ElementType.FLOAT32, Started.FIVE, 3)) {
            Bits before = Bits.of(net.network().state());
            assertSays("more than 1 value per channel", () -> net.network().lossAndGradient(
                    BLOBS.minibatch(ElementType.FLOAT32, 0, 1), 0, net.gradient()));
            Bits.assertSame("state", before, Bits.of(net.network().state()));
            net.network().assess(BLOBS.minibatch(ElementType.FLOAT32, 0, 1));
            net.network().lossAndGradient(BLOBS.minibatch(ElementType.FLOAT32, 0, 2), 0, net.gradient());
        }
    }

    @Test
    void aLossThatIsNoScalar() {
        try (Started net = Started.of(Started.small(), ElementType.FLOAT32, Started.FIVE, 3);
                NDManager manager = PyTorch.newManager()) {
            NDArray inputs = manager.ones(new Shape(2, 5));
            assertSays("(2, 3)", () -> net.network().flat().lossAndGradient(
                    step -> step.forward(new ai.djl.ndarray.NDList(inputs)).singletonOrThrow(), 0, net.gradient()));
            assertSays("PyTorch refuses", () -> net.network().flat().evaluate(
                    step -> step.forward(new ai.djl.ndarray.NDList(manager.ones(new Shape(2, 4))))));
        }
    }

    /** Whatever a refused pass has left in the gradients is gone at the next. */
    @Test
    void afterARefusedPassTheNextIsRight() {
        try (Started net = Started.of(Started.small(), ElementType.FLOAT64, Started.FIVE, 3)) {
            Minibatch batch = BLOBS.minibatch(ElementType.FLOAT64, 0, 8);
            net.network().lossAndGradient(batch, 0, net.gradient());
            Bits right = Bits.of(net.gradient());
            assertThrows(IllegalStateException.class, () -> net.network().flat().lossAndGradient(step -> {
                throw new IllegalStateException("of the caller");
            }, 0, net.gradient()));
            net.network().lossAndGradient(batch, 0, net.gradient());
            Bits.assertSame("gradient", right, Bits.of(net.gradient()));
        }
    }

    /** A tensor that takes part in no loss has no gradient, that is zeros; a loss without any is refused by PyTorch. */
    @Test
    void parametersThatTakeNoPart() {
        Block half = new SequentialBlock().add(Started.linear(4)).add(Linear.builder().setUnits(3).build());
        try (Started net = Started.of(half, ElementType.FLOAT64, Started.FIVE, 3)) {
            net.gradient().fill(Double.NaN);
            NDArray last = Member.of(half).getLast().parameter().getArray();
            net.network().flat().lossAndGradient(step -> last.sum(), 0, net.gradient());
            for (long i = 0; i < net.gradient().size(); i++) {
                org.junit.jupiter.api.Assertions.assertEquals(i < net.gradient().size() - 3 ? 0 : 1,
                        net.gradient().get(i), "element " + i);
            }
            assertSays("PyTorch refuses", () -> net.network().flat().lossAndGradient(step -> step.manager().create(1.0),
                    0, net.gradient()));
        }
    }
}
