package org.momo4j.nn.djl;

import ai.djl.nn.Block;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.momo4j.api.objective.Objective;
import org.momo4j.api.vector.ElementType;
import org.momo4j.nn.network.DecayOf;
import org.momo4j.nn.network.EvaluationPlan;
import org.momo4j.nn.network.NetworkObjective;
import org.momo4j.nn.network.Task;
import org.momo4j.testkit.objective.ObjectiveContract;
import org.momo4j.testkit.objective.ObjectiveSubject;
import org.momo4j.testkit.objective.Trait;

/** What every objective promises, of networks that DJL computes. */
class NetworkContractTest implements ObjectiveContract {
    @BeforeAll
    static void natives() {
        Natives.require();
    }

    @Override
    public Stream<ObjectiveSubject> subjects() {
        List<Long> image = List.of(1L, 8L, 8L);
        return Stream.of(
                subject("small", Started::small, ElementType.FLOAT64, Started.FIVE),
                subject("smooth in float32", Started::smooth, ElementType.FLOAT32, Started.FIVE).inFloat32(),
                subject("convnet", () -> Architecture.CONVNET.block(image, 3), ElementType.FLOAT64, image),
                // a batch is more than its examples, and an evaluation is another function than a step
                subject("everything", Started::everything, ElementType.FLOAT64, Started.FIVE).with(),
                subject("everything in float32", Started::everything, ElementType.FLOAT32, Started.FIVE).with()
                        .inFloat32());
    }

    private static ObjectiveSubject subject(String name, Supplier<Block> block, ElementType type, List<Long> shape) {
        Supplier<Objective> create = () -> new NetworkObjective(
                new DjlNetwork(block.get(), type, shape, 3, Beginning.DRAWN),
                Task.of(new Blobs(12, shape, 3), new Blobs(5, shape, 3)), DecayOf.WEIGHTS, new EvaluationPlan(12, 5));
        return ObjectiveSubject.of(name, create).with(Trait.DIFFERENTIABLE, Trait.MEAN_OF_EXAMPLES);
    }
}
