package org.momo4j.nn.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Prelu;
import ai.djl.training.initializer.ConstantInitializer;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.ParameterLayout;
import org.momo4j.nn.network.DecayOf;
import org.momo4j.nn.network.NetworkLayouts;

/** The slope of a PReLU, which DJL counts among the weights. Nothing is computed: DJL's engine for PyTorch does not have PReLU. */
class PreluTest {
    private static final Shape FIVE = new Shape(1, 5);

    @BeforeAll
    static void natives() {
        Natives.require();
    }

    private static Block block() {
        return new SequentialBlock().add(Started.linear(4)).add(new Prelu()).add(Started.linear(3));
    }

    /** Where the slope and the first weight start. */
    private static double[] starts(FlatBlock block, long seed) {
        ParameterLayout layout = NetworkLayouts.of(block.parameters(), DecayOf.ALL);
        FlatVector params = FlatVector.zeros(ElementType.FLOAT64, layout.size());
        NetworkLayouts.start(block.parameters(), layout, seed, params);
        return new double[]{layout.tensor("02Prelu_alpha", params).get(0), params.get(0)};
    }

    @Test
    void itStartsAtAQuarterForEverySeed() {
        try (FlatBlock block = new FlatBlock(block(), ElementType.FLOAT64, FIVE, Beginning.DRAWN)) {
            double[] one = starts(block, 1);
            double[] other = starts(block, 2);
            assertEquals(0.25, one[0]);
            assertEquals(0.25, other[0]);
            assertNotEquals(one[1], other[1], "weights are drawn");
        }
    }

    @Test
    void itStartsAsGivenIfAskedTo() {
        try (NDManager manager = PyTorch.newManager()) {
            Block given = block();
            given.setInitializer(new ConstantInitializer(0.5f), Parameter.Type.WEIGHT);
            given.initialize(manager, DataType.FLOAT64, FIVE);
            try (FlatBlock block = new FlatBlock(given, ElementType.FLOAT64, FIVE, Beginning.AS_GIVEN)) {
                assertEquals(0.5, starts(block, 1)[0]);
            }
        }
    }

    @Test
    void itIsSparedFromDecayOfWeights() {
        try (FlatBlock block = new FlatBlock(block(), ElementType.FLOAT64, FIVE, Beginning.DRAWN)) {
            assertEquals(List.of("01Linear_weight", "03Linear_weight"),
                    NetworkLayouts.of(block.parameters(), DecayOf.WEIGHTS).tensors().stream()
                            .filter(tensor -> tensor.group().weightDecay().isEmpty()).map(tensor -> tensor.name())
                            .toList());
        }
    }
}
