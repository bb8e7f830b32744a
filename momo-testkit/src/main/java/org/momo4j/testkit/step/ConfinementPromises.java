package org.momo4j.testkit.step;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.momo4j.testkit.Bits;
import org.momo4j.testkit.Promise;

/** Two optimizers know nothing of each other. */
final class ConfinementPromises {
    static final List<Promise<OptimizerTrial>> ALL = List.of(
            new Promise<>("two instances in turn share nothing", ConfinementPromises::inTurn),
            new Promise<>("instances in several threads share nothing", ConfinementPromises::inThreads),
            new Promise<>("a thread may take over from another", ConfinementPromises::handedOver));

    private static final int[] DIMENSIONS = {37, 1500, 38, 37};
    private static final int STEPS = 100;
    private static final int ROUNDS = 3;

    private ConfinementPromises() {}

    private static List<Bits> alone(OptimizerTrial trial) {
        List<Bits> bits = new ArrayList<>();
        for (int dimension : DIMENSIONS) {
            Run run = Run.of(trial, dimension).steps(STEPS);
            bits.add(run.bits());
            bits.add(run.stateBits());
        }
        return bits;
    }

    private static List<Run> runs(OptimizerTrial trial) {
        List<Run> runs = new ArrayList<>();
        for (int dimension : DIMENSIONS) {
            runs.add(Run.of(trial, dimension));
        }
        return runs;
    }

    private static void assertAlike(String how, List<Bits> alone, List<Run> runs) {
        for (int i = 0; i < DIMENSIONS.length; i++) {
            Bits.assertSame("parameters of run " + i + " alone and " + how, alone.get(2 * i), runs.get(i).bits());
            Bits.assertSame("state of run " + i + " alone and " + how, alone.get(2 * i + 1), runs.get(i).stateBits());
        }
    }

    private static void inTurn(OptimizerTrial trial) {
        List<Run> runs = runs(trial);
        for (int k = 1; k <= STEPS; k++) {
            runs.forEach(Run::step);
        }
        assertAlike("in turn", alone(trial), runs);
    }

    private static void inThreads(OptimizerTrial trial) throws Exception {
        List<Bits> alone = alone(trial);
        for (int round = 0; round < ROUNDS; round++) {
            List<Run> runs = runs(trial);
            CyclicBarrier start = new CyclicBarrier(runs.size());
            try (ExecutorService threads = Executors.newFixedThreadPool(runs.size())) {
                List<Future<?>> all = new ArrayList<>();
                for (Run run : runs) {
                    all.add(threads.submit(() -> {
                        start.await();
                        return run.steps(STEPS);
                    }));
                }
                for (Future<?> one : all) {
                    one.get();
                }
            }
            assertAlike("in threads", alone, runs);
        }
    }

    private static void handedOver(OptimizerTrial trial) throws Exception {
        Run run = Run.of(trial, 37).steps(STEPS / 2);
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            thread.submit(() -> run.steps(STEPS / 2)).get();
        }
        Run inOne = Run.of(trial, 37).steps(STEPS);
        Bits.assertSame("parameters of a run that changed its thread", inOne.bits(), run.bits());
        Bits.assertSame("state of a run that changed its thread", inOne.stateBits(), run.stateBits());
    }
}
