package org.momo4j.testkit.step;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.util.List;
import org.momo4j.api.step.Optimizer;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.testkit.Promise;

/** A step makes its report, and no garbage beside it. */
final class AllocationPromises {
    /** A report takes 128 bytes, extras of its own some hundred; a temporary array takes more than the rest. */
    static final int BYTES = 400;

    static final List<Promise<OptimizerTrial>> ALL = List.of(
            new Promise<>("allocates at most " + BYTES + " bytes a step", AllocationPromises::heap),
            new Promise<>("takes no fresh off-heap memory for a step", AllocationPromises::offHeap));

    private static final int DIMENSION = 1003;
    private static final int WARM_UP = 10_000;
    private static final int STEPS = 10_000;
    private static final int ATTEMPTS = 5;

    private AllocationPromises() {}

    /**
     * Steps to and fro about zero, so that neither parameters nor averages run away. The gradients are those of a convex function, the
     * sum of all |x_i|/8: of any others a method may find that the solution is infinitely far away.
     */
    private static final class Walk {
        private final Optimizer optimizer;
        private final FlatVector params;
        private final FlatSample forth;
        private final FlatSample back;

        Walk(OptimizerTrial trial) {
            optimizer = trial.create(DIMENSION);
            params = filled(trial, 0.5);
            forth = new FlatSample(1, filled(trial, 0.125));
            back = new FlatSample(1, filled(trial, -0.125));
        }

        private static FlatVector filled(OptimizerTrial trial, double value) {
            FlatVector vector = trial.zeros(DIMENSION);
            vector.fill(value);
            return vector;
        }

        void steps(int count) {
            for (int k = 0; k < count; k++) {
                optimizer.step(params, params.get(0) > 0 ? forth : back);
            }
        }
    }

    private static void heap(OptimizerTrial trial) {
        assumeTrue(ManagementFactory.getThreadMXBean() instanceof ThreadMXBean, "this JVM counts no allocations");
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Walk walk = new Walk(trial);
        walk.steps(WARM_UP);
        // on a busy machine the compiler can be late: what is garbage of every step is there every time
        long each = Long.MAX_VALUE;
        for (int attempt = 0; attempt < ATTEMPTS && each > BYTES; attempt++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            walk.steps(STEPS);
            each = Math.min(each, (threads.getCurrentThreadAllocatedBytes() - before) / STEPS);
        }
        assertTrue(each <= BYTES, "a step allocates " + each + " bytes");
    }

    /** Blocks of off-heap memory are counted by the JVM, and freed by another thread: so look after every step. */
    private static void offHeap(OptimizerTrial trial) {
        BufferPoolMXBean pool = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(bean -> bean.getName().equals("direct")).findFirst().orElseThrow();
        assumeTrue(countsVectors(pool), "this JVM counts no off-heap memory");
        Walk walk = new Walk(trial);
        walk.steps(10);
        int grown = 0;
        int steps = 200;
        for (int k = 0; k < steps; k++) {
            long before = pool.getCount();
            walk.steps(1);
            grown += pool.getCount() > before ? 1 : 0;
        }
        // other threads of this JVM may take some meanwhile
        assertTrue(grown <= steps / 2, grown + " of " + steps + " steps took fresh off-heap memory");
    }

    private static boolean countsVectors(BufferPoolMXBean pool) {
        long before = pool.getCount();
        List<FlatVector> vectors = List.of(FlatVector.of(1), FlatVector.of(1), FlatVector.of(1));
        boolean counts = pool.getCount() > before;
        Reference.reachabilityFence(vectors);
        return counts;
    }
}
