package org.momo4j.nn.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.nn.network.Minibatch;
import org.momo4j.nn.network.NetworkObjective;
import org.momo4j.nn.network.Task;

/** A step leaves nothing behind. */
class MemoryGrowthTest {
    @BeforeAll
    static void natives() {
        Natives.require();
    }

    /**
     * 20,000 steps. One handle of one array that is left in each takes 32 bytes or more from malloc, and as much of the heap; the
     * activations of a step 10 KB, 200 MB in all. The heap is of one size and touched from the start, and only the first compiler
     * compiles, which takes little memory: the numbers then move by some 100 KB.
     */
    @Test
    void memoryStays() throws Exception {
        String printed = ChildJvm.run(ManySteps.class, List.of("-Xms64m", "-Xmx64m", "-XX:+AlwaysPreTouch",
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dai.djl.offline=true"), jar -> true);
        Optional<Long> allocated = number("allocated", printed);
        Optional<Long> resident = number("resident", printed);
        assumeTrue(allocated.isPresent() || resident.isPresent(),
                "how much memory a process has is not read on this system");
        allocated.ifPresent(bytes -> assertTrue(bytes < 1 << 19, "malloc's memory grew by " + bytes + " bytes"));
        resident.ifPresent(bytes -> assertTrue(bytes < 4 << 20, "resident memory grew by " + bytes + " bytes"));
    }

    private static Optional<Long> number(String name, String printed) {
        String line = printed.lines().filter(l -> l.startsWith(name + " ")).findFirst().orElseThrow();
        String number = line.substring(name.length() + 1);
        return number.equals("unknown") ? Optional.empty() : Optional.of(Long.valueOf(number));
    }

    @Test
    void theManagersOwnAsManyArraysAfterwards() {
        Minibatch batch = new Blobs(64, Started.FIVE, 3).minibatch(ElementType.FLOAT32, 0, 64);
        try (NDManager probe = PyTorch.newManager();
                Started net = Started.of(Started.everything(), ElementType.FLOAT32, Started.FIVE, 3)) {
            NDManager owner = Member.of(net.network().flat().block()).getFirst().parameter().getArray().getManager();
            int before = owner.getManagedArrays().size();
            int all = probe.getParentManager().getManagedArrays().size();
            assertTrue(before > 0, "the parameters' manager owns nothing");
            ManySteps.run(net, batch, 10);
            assertEquals(before, owner.getManagedArrays().size());
            assertEquals(all, probe.getParentManager().getManagedArrays().size());
        }
    }

    @Test
    void aClosedObjectiveHasFreedItsArrays() {
        try (NDManager probe = PyTorch.newManager()) {
            int all = probe.getParentManager().getManagedArrays().size();
            DjlNetwork network = new DjlNetwork(Started.everything(), ElementType.FLOAT32, Started.FIVE, 3,
                    Beginning.DRAWN);
            NDManager owner = Member.of(network.flat().block()).getFirst().parameter().getArray().getManager();
            NetworkObjective objective = new NetworkObjective(network, Task.of(new Blobs(64, Started.FIVE, 3)));
            FlatVector params = FlatVector.zeros(ElementType.FLOAT32, objective.layout().size());
            objective.start(1, params);
            objective.evaluate(params);
            assertTrue(owner.isOpen());
            objective.close();
            assertFalse(owner.isOpen());
            assertEquals(all, probe.getParentManager().getManagedArrays().size());
            assertThrows(IllegalStateException.class, () -> objective.evaluate(params));
        }
    }
}
