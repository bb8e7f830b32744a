package org.momo4j.lab.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.momo4j.api.provider.Choice;
import org.momo4j.api.step.RunListener;
import org.momo4j.api.step.StepReport;
import org.momo4j.api.vector.ElementType;
import org.momo4j.lab.catalogue.Catalogues;
import org.momo4j.lab.checkpoint.Checkpoint;
import org.momo4j.lab.checkpoint.Checkpoints;
import org.momo4j.lab.experiment.Outcome;
import org.momo4j.lab.experiment.RunPlan;
import org.momo4j.lab.experiment.Training;
import org.momo4j.lab.journal.Row;
import org.momo4j.lab.journal.RowCodec;

/** A run that goes on from a checkpoint on disk, whatever is installed: new optimizers, bounds and schedules are tested by being there. */
class ResumeTest {
    private static final int BEFORE = 23;
    private static final Map<String, Map<String, Object>> NEEDED = Map.of(
            "per-sample", Map.of("values", Collections.nCopies(200, 0.0)), "step", Map.of("every", 7),
            "warm-up", Map.of("steps", 5), "target-level", Map.of());

    private final Catalogues installed = Plans.installed();

    @TempDir
    private Path folder = Path.of("");

    @TestFactory
    Stream<DynamicTest> bitByBit() {
        return installed.optimizers().names().stream().flatMap(optimizer -> installed.bounds().names().stream()
                .flatMap(bound -> installed.schedules().names().stream()
                        .filter(schedule -> hasCap(optimizer) || schedule.equals("constant"))
                        .map(schedule -> dynamicTest(optimizer + ", " + bound + ", " + schedule,
                                () -> goesOn(plan(optimizer, bound, schedule))))));
    }

    /** A method without a cap takes no learning rate but infinity. */
    private boolean hasCap(String optimizer) {
        return installed.optimizers().get(optimizer).defaultLearningRate() < Double.POSITIVE_INFINITY;
    }

    private RunPlan plan(String optimizer, String bound, String schedule) {
        boolean odd = (optimizer + bound + schedule).hashCode() % 2 != 0;
        Training plain = Plans.training(5);
        Training training = new Training(odd ? ElementType.FLOAT32 : ElementType.FLOAT64, 20,
                odd ? Training.Sampling.SHUFFLE : Training.Sampling.WITH_REPLACEMENT, odd ? 1 : 2, odd ? 0.5 : 100,
                new Training.Length(47, Training.Unit.STEPS), plain.evaluations(), plain.stopping(), 20, 1);
        return new RunPlan("run", new Choice("least-squares", Map.of("samples", 200, "dimension", 10)),
                Choice.of(optimizer), hasCap(optimizer)
                        ? new Choice(schedule, NEEDED.getOrDefault(schedule, Map.of()))
                        : new Choice(schedule, Map.of("rate", Double.POSITIVE_INFINITY)),
                new Choice(bound, NEEDED.getOrDefault(bound, Map.of())), training, 3, Map.of());
    }

    /** Networks remember the seed of dropout and the count of passes; this one has no more, whatever computes it. */
    @ParameterizedTest
    @CsvSource({"djl, FLOAT32", "djl, FLOAT64", "dl4j, FLOAT32", "dl4j, FLOAT64"})
    void networksToo(String engine, ElementType type) throws IOException, NotApplicableException {
        Choice digits = new Choice("digits-mlp", Map.of("engine", engine));
        Engines.require(digits, installed);
        RunPlan plan = plan("momo", "online", "constant");
        Training training = plan.training();
        goesOn(new RunPlan("run", digits, plan.optimizer(), plan.learningRate(), plan.bound(),
                new Training(type, 32, Training.Sampling.SHUFFLE, training.accumulate(), training.clip(),
                        training.length(), training.evaluations(), training.stopping(), 20, 1),
                3, Map.of()));
    }

    /** A loop, and what it told. */
    private record Told(TrainingLoop loop, List<String> rows) {
        static Told of(RunPlan plan, Catalogues installed) throws NotApplicableException {
            RunParts parts = new Assembly(installed).of(plan);
            List<String> rows = new ArrayList<>();
            return new Told(new TrainingLoop(plan, parts, new Stopwatch(), new RunListener() {
                @Override
                public void step(StepReport report) {
                    rows.add(RowCodec.write(new Row.Stepped(report)) + report.gamma());
                }

                @Override
                public void evaluated(long k, Map<String, Double> metrics) {
                    rows.add(k + " " + metrics);
                }
            }), rows);
        }

        Outcome run() {
            Optional<Outcome> outcome = Optional.empty();
            while (outcome.isEmpty()) {
                outcome = loop.step();
            }
            return outcome.get();
        }
    }

    private void goesOn(RunPlan plan) throws IOException, NotApplicableException {
        Told whole = Told.of(plan, installed);
        whole.loop().begin();
        Outcome outcome = whole.run();

        Told first = Told.of(plan, installed);
        first.loop().begin();
        while (first.loop().steps() < Math.min(BEFORE, outcome.step())) {
            first.loop().step();
        }
        Checkpoints checkpoints = new Checkpoints(folder);
        checkpoints.save(new Checkpoint("plan", first.loop().state()));
        first.loop().step(); // what happens after a checkpoint does not count

        Told second = Told.of(plan, installed);
        second.loop().restore(checkpoints.load("plan", message -> {
            throw new IllegalStateException(message);
        }).getFirst().state());
        Outcome resumed = second.run();
        assertEquals(outcome.status(), resumed.status());
        assertEquals(outcome.step(), resumed.step());
        assertTrue(outcome.step() > BEFORE, outcome.toString());
        assertEquals(Arrays.toString(whole.loop().params().toArray()),
                Arrays.toString(second.loop().params().toArray()));
        assertEquals(whole.rows().subList(whole.rows().size() - second.rows().size(), whole.rows().size()),
                second.rows());
    }
}
