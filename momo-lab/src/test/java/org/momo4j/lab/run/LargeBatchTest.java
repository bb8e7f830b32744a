package org.momo4j.lab.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.momo4j.api.objective.Batch;
import org.momo4j.api.provider.Choice;
import org.momo4j.api.step.RunListener;
import org.momo4j.api.step.StepReport;
import org.momo4j.api.vector.ElementType;
import org.momo4j.lab.catalogue.Catalogues;
import org.momo4j.lab.experiment.Outcome;
import org.momo4j.lab.experiment.Outcome.Status;
import org.momo4j.lab.experiment.RunPlan;
import org.momo4j.lab.experiment.Training;
import org.momo4j.testkit.Bits;

/** A batch that is larger than the data of a training task is all of them. */
class LargeBatchTest {
    private static final int EPOCHS = 3;

    private final Catalogues installed = Plans.installed();
    private final Assembly assembly = new Assembly(installed);

    /** A run that is over. */
    private record Over(Outcome outcome, List<Double> losses, Map<Long, Double> evaluated, Bits params) {}

    private static RunPlan plan(Choice objective, int batchSize) {
        Training plain = Plans.training(EPOCHS);
        RunPlan plan = Plans.plan("run", "momo", 1, 5, plain);
        return new RunPlan("run", objective, plan.optimizer(), plan.learningRate(), plan.bound(),
                new Training(ElementType.FLOAT32, batchSize, Training.Sampling.SHUFFLE, 1, plain.clip(),
                        plain.length(), plain.evaluations(), plain.stopping(), 100, 1),
                plan.seed(), Map.of());
    }

    private Over run(RunPlan plan) throws NotApplicableException {
        List<Double> losses = new ArrayList<>();
        Map<Long, Double> evaluated = new LinkedHashMap<>();
        TrainingLoop loop = new TrainingLoop(plan, assembly.of(plan), new Stopwatch(), new RunListener() {
            @Override
            public void step(StepReport report) {
                losses.add(report.loss());
            }

            @Override
            public void evaluated(long k, Map<String, Double> metrics) {
                evaluated.put(k, metrics.get("train_loss"));
            }
        });
        Optional<Outcome> outcome = loop.begin();
        while (outcome.isEmpty()) {
            outcome = loop.step();
        }
        return new Over(outcome.get(), losses, evaluated, Bits.of(loop.params().copy()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"djl", "dl4j"})
    void allOfTheDataAreTaken(String engine) throws NotApplicableException {
        Choice digits = new Choice("digits-mlp", Map.of("engine", engine));
        Engines.require(digits, installed);
        RunParts parts = assembly.of(plan(digits, Integer.MAX_VALUE));
        int samples = parts.objective().samples();
        Batch batch = parts.sampler().next();
        assertArrayEquals(IntStream.range(0, samples).toArray(),
                IntStream.range(0, batch.size()).map(batch::index).sorted().toArray());
        Over exact = run(plan(digits, samples));
        for (int batchSize : new int[]{samples + 1, Integer.MAX_VALUE}) {
            Over over = run(plan(digits, batchSize));
            assertEquals(new Outcome(Status.DONE, EPOCHS, "", over.outcome().seconds()), over.outcome());
            assertEquals(exact.losses(), over.losses());
            Bits.assertSame("params", exact.params(), over.params());
        }
        for (int k = 0; k < EPOCHS; k++) { // one step an epoch, whose loss is that of all examples where it begins
            double whole = exact.evaluated().get((long) k);
            assertEquals(whole, exact.losses().get(k), 1e-5 * whole, "step " + (k + 1));
        }
    }
}
