package org.momo4j.testkit.step;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.momo4j.api.step.Optimizer;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.testkit.Promise;

/** A step makes its report, and no garbage beside it. */
final class AllocationPromises {
    static final List<Promise<OptimizerTrial>> ALL = List.of(
            new Promise<>("allocates at most " + AllocationPromises.BYTES + " bytes a step",
                    AllocationPromises::allocation));

    /** A report takes 104 bytes, extras of its own some hundred; a temporary vector takes more than the rest. */
    static final int BYTES = 400;

    private static final int DIMENSION = 1003;
    private static final int WARM_UP = 20_000;
    private static final int STEPS = 10_000;

    private AllocationPromises() {}

    private static void allocation(OptimizerTrial trial) {
        assumeTrue(ManagementFactory.getThreadMXBean() instanceof ThreadMXBean, "this JVM counts no allocations");
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Optimizer optimizer = trial.create(DIMENSION);
        FlatVector params = trial.zeros(DIMENSION);
        params.fill(0.5);
        FlatVector gradient = trial.zeros(DIMENSION);
        gradient.fill(0.125);
        FlatVector opposite = trial.zeros(DIMENSION);
        opposite.fill(-0.125);
        // to and fro, so that neither parameters nor averages run away
        FlatSample[] samples = {new FlatSample(1, gradient), new FlatSample(1, opposite)};
        for (int k = 0; k < WARM_UP; k++) {
            optimizer.step(params, samples[k % 2]);
        }
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int k = 0; k < STEPS; k++) {
            optimizer.step(params, samples[k % 2]);
        }
        long each = (threads.getCurrentThreadAllocatedBytes() - before) / STEPS;
        assertTrue(each <= BYTES, "a step allocates " + each + " bytes");
    }
}
