package org.momo4j.nn.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import java.lang.foreign.MemorySegment;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.NamedTensor;
import org.momo4j.api.vector.ParameterLayout;
import org.momo4j.nn.network.DecayOf;
import org.momo4j.nn.network.Minibatch;
import org.momo4j.nn.network.NetworkLayouts;

/** The optimizer's memory is PyTorch's. */
class AliasesTest {
    private static final Blobs BLOBS = new Blobs(40, Started.FIVE, 3);

    @BeforeAll
    static void natives() {
        Natives.require();
    }

    private static List<Member> trained(Block block) {
        return Member.of(block).stream().filter(Member::isTrained).toList();
    }

    @ParameterizedTest
    @EnumSource(ElementType.class)
    void everyTensorLiesWhereTheLayoutSays(ElementType type) {
        Block block = Started.normalised();
        try (Started net = Started.of(block, type, Started.FIVE, 3)) {
            ParameterLayout layout = NetworkLayouts.of(net.network().parameters(), DecayOf.ALL);
            assertEquals(5 * 4 + 4 + 4 + 4 + 4 * 3 + 3, layout.size());
            for (int i = 0; i < layout.tensors().size(); i++) {
                NamedTensor tensor = layout.tensors().get(i);
                Member member = trained(block).get(i);
                assertEquals(tensor.name(), member.name());
                MemorySegment memory = MemorySegment.ofBuffer(member.parameter().getArray().toByteBuffer(true));
                assertEquals(net.params().segment().address() + tensor.offset() * type.bytes(), memory.address(),
                        tensor.name());
                assertEquals(tensor.size() * type.bytes(), memory.byteSize(), tensor.name());
            }
        }
    }

    @Test
    void writesAreSeenBothWays() {
        Block block = Started.small();
        try (Started net = Started.of(block, ElementType.FLOAT32, Started.FIVE, 3)) {
            NDArray bias = trained(block).get(1).parameter().getArray();
            net.params().set(20, 42.5);
            assertEquals(42.5f, bias.getFloat(0));
            bias.subi(1);
            assertEquals(41.5, net.params().get(20));
        }
    }

    @Test
    void aPassComputesAtWhatWasWrittenLast() {
        try (Started net = Started.of(Started.small(), ElementType.FLOAT64, Started.FIVE, 3)) {
            Minibatch batch = BLOBS.minibatch(ElementType.FLOAT64, 0, 8);
            double before = net.network().lossAndGradient(batch, 0, net.gradient());
            net.params().fill(0);
            assertEquals(Math.log(3), net.network().lossAndGradient(batch, 0, net.gradient()), 1e-15);
            assertNotEquals(before, Math.log(3), 1e-3);
        }
    }

    @Test
    void bindingToOtherMemoryLeavesTheFirstAlone() {
        try (Started net = Started.of(Started.small(), ElementType.FLOAT32, Started.FIVE, 3)) {
            Minibatch batch = BLOBS.minibatch(ElementType.FLOAT32, 0, 8);
            FlatVector first = net.params().copy();
            // an odd offset: PyTorch takes memory that is not aligned to more than an element
            FlatVector other = FlatVector.zeros(ElementType.FLOAT32, first.size() + 1).slice(1, first.size());
            net.network().bind(other);
            assertEquals(Math.log(3), net.network().lossAndGradient(batch, 0, net.gradient()), 1e-6);
            other.copyFrom(first);
            double moved = net.network().lossAndGradient(batch, 0, net.gradient());
            net.network().bind(net.params());
            assertEquals(moved, net.network().lossAndGradient(batch, 0, net.gradient()));
        }
    }

    @Test
    void memoryThatNobodyElseHoldsStays() {
        try (Started net = Started.of(Started.small(), ElementType.FLOAT32, Started.FIVE, 3)) {
            Minibatch batch = BLOBS.minibatch(ElementType.FLOAT32, 0, 8);
            double loss = net.network().lossAndGradient(batch, 0, net.gradient());
            net.network().bind(net.params().copy());
            for (int i = 0; i < 20; i++) {
                System.gc();
                FlatVector.zeros(ElementType.FLOAT32, net.params().size()).fill(7);
            }
            assertEquals(loss, net.network().lossAndGradient(batch, 0, net.gradient()));
        }
    }

    @Test
    void unboundIsRefused() {
        try (DjlNetwork network = Architecture.MLP.network(ElementType.FLOAT32, Started.FIVE, 3)) {
            FlatVector gradient = FlatVector.zeros(ElementType.FLOAT32, network.flat().size());
            Minibatch batch = BLOBS.minibatch(ElementType.FLOAT32, 0, 8);
            assertRefused("bound to no parameters", () -> network.lossAndGradient(batch, 0, gradient));
            assertRefused("bound to no parameters", () -> network.assess(batch));
        }
    }

    @Test
    void replacedParametersAreNoticed() {
        Block block = Started.normalised();
        try (Started net = Started.of(block, ElementType.FLOAT32, Started.FIVE, 3);
                NDManager elsewhere = PyTorch.newManager()) {
            Parameter weight = Member.of(block).getFirst().parameter();
            assertEquals("01Linear_weight", Member.of(block).getFirst().name());
            weight.getArray().set(new float[20]); // another memory of the same array
            assertReplaced(net, "01Linear_weight");
            weight.close();
            assertReplaced(net, "01Linear_weight");
            weight.setShape(new Shape(4, 5));
            weight.initialize(elsewhere, DataType.FLOAT32);
            assertReplaced(net, "01Linear_weight");
        }
    }

    @Test
    void replacedStatisticsAreNoticed() {
        Block block = Started.normalised();
        try (Started net = Started.of(block, ElementType.FLOAT32, Started.FIVE, 3)) {
            Member.of(block).stream().filter(Member::isStatistic).findFirst().orElseThrow().parameter().getArray()
                    .set(new float[4]);
            assertReplaced(net, "02BatchNorm_runningMean");
        }
    }

    private static void assertReplaced(Started net, String name) {
        Minibatch batch = BLOBS.minibatch(ElementType.FLOAT32, 0, 8);
        String message = "parameter \"" + name + "\" was replaced";
        assertRefused(message, () -> net.network().lossAndGradient(batch, 0, net.gradient()));
        assertRefused(message, () -> net.network().assess(batch));
    }

    private static void assertRefused(String message, org.junit.jupiter.api.function.Executable call) {
        IllegalStateException refused = assertThrows(IllegalStateException.class, call);
        assertTrue(refused.getMessage().contains(message), refused.getMessage());
    }

    @Test
    void parametersThatAreFrozenOrThawedLaterAreNoticed() {
        Block block = Started.small();
        block.freezeParameters(false);
        try (Started net = Started.of(block, ElementType.FLOAT32, Started.FIVE, 3)) {
            Minibatch batch = BLOBS.minibatch(ElementType.FLOAT32, 0, 8);
            Parameter bias = Member.of(block).get(1).parameter();
            bias.freeze(true);
            assertRefused("\"01Linear_bias\" was frozen", () -> net.network().lossAndGradient(batch, 0,
                    net.gradient()));
            bias.freeze(false);
            net.network().lossAndGradient(batch, 0, net.gradient());
        }
    }

    @Test
    void closedIsRefused() {
        Started net = Started.of(Started.small(), ElementType.FLOAT32, Started.FIVE, 3);
        net.close();
        Minibatch batch = BLOBS.minibatch(ElementType.FLOAT32, 0, 8);
        assertRefused("closed", () -> net.network().lossAndGradient(batch, 0, net.gradient()));
        assertRefused("closed", () -> net.network().bind(net.params()));
        assertTrue(Double.isFinite(net.params().get(0)));
    }
}
