package org.momo4j.lab.page.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.momo4j.api.provider.Choice;
import org.momo4j.api.vector.ElementType;
import org.momo4j.lab.experiment.Outcome;
import org.momo4j.lab.experiment.Outcome.Status;
import org.momo4j.lab.experiment.RunPlan;
import org.momo4j.lab.experiment.Training;
import org.momo4j.lab.journal.Row;
import org.momo4j.lab.result.RunResult;

class ReductionTest {
    private static final Training TRAINING = new Training(ElementType.FLOAT64, 1, Training.Sampling.SHUFFLE, 1,
            Double.POSITIVE_INFINITY, new Training.Length(1, Training.Unit.EPOCHS),
            new Training.EvaluationGrid(Training.EvaluationGrid.Kind.REGULAR, 1, Training.Unit.EPOCHS),
            Training.Stopping.NEVER, 1, 1);

    private static RunResult run(double rate, long seed, Status status, double... losses) {
        RunPlan plan = new RunPlan("lr=" + rate + "-seed=" + seed, new Choice("hinge", Map.of()),
                new Choice("sgd", Map.of()), new Choice("constant", Map.of("rate", rate)),
                new Choice("known", Map.of()), TRAINING, seed, Map.of("lr", rate));
        List<Row.Evaluated> rows = IntStream.range(0, losses.length)
                .mapToObj(i -> new Row.Evaluated(i, i, Map.of("train_loss", losses[i]), 0)).toList();
        return new RunResult(plan, rows, List.of(), Optional.of(new Outcome(status, losses.length, "", 0)));
    }

    private static Section section(List<RunResult> runs) {
        return report(runs).sections().getFirst();
    }

    private static Report report(List<RunResult> runs) {
        return new Reduction("made-up", runs.stream().map(ReducedRun::of).toList(), Optional.empty()).report();
    }

    @Test
    void aRunThatDivergedIsInfiniteAndHidesNoOther() {
        Section section = section(List.of(run(1, 0, Status.DONE, 4, 2, 1), run(1, 1, Status.DIVERGED, 4, 100),
                run(1, 2, Status.DONE, 4, 3, 2), run(1, 3, Status.FAILED, 4)));
        Setting setting = section.settings().getFirst();
        assertEquals("train_loss", section.score().name());
        assertEquals(2, setting.score().median(), "of 1, 2 and infinity");
        assertEquals(1, setting.diverged());
        List<Curve.Point> curve = setting.curves().get("train_loss").points();
        assertEquals(List.of(0L, 1L, 2L), curve.stream().map(Curve.Point::step).toList());
        assertEquals(Double.POSITIVE_INFINITY, curve.getLast().value().q90());
    }

    @Test
    void longRunsAreThinnedToTheSameSteps() {
        double[] losses = IntStream.range(0, 1000).mapToDouble(i -> 1000 - i).toArray();
        double[] shorter = IntStream.range(0, 333).mapToDouble(i -> 1000 - i).toArray();
        List<Curve.Point> curve = section(List.of(run(1, 0, Status.DONE, losses), run(1, 1, Status.DIVERGED, shorter)))
                .settings().getFirst().curves().get("train_loss").points();
        assertTrue(curve.size() <= 65, curve.size() + " points");
        assertEquals(999, curve.getLast().step());
        Curve.Point early = curve.stream().filter(p -> p.step() > 0 && p.step() < 300).findFirst().orElseThrow();
        assertEquals(1000 - early.step(), early.value().median(), "both runs have the same value there");
    }

    @Test
    void ofTooManySettingsTheBestHaveCurvesAndASentenceSaysSo() {
        List<RunResult> runs = new ArrayList<>();
        LongStream.range(1, 301).forEach(i -> runs.add(run(i, 0, Status.DONE, 4, i)));
        Report report = report(runs);
        List<Setting> drawn = report.sections().getFirst().settings().stream().filter(s -> !s.curves().isEmpty())
                .toList();
        assertEquals(200, drawn.size());
        assertTrue(drawn.stream().allMatch(s -> s.rate() <= 200), "the best");
        assertTrue(report.notes().getFirst().contains("200 of 300 settings"), report.notes().toString());
        assertEquals(300, report.sections().getFirst().settings().size());
    }

    @Test
    void methodsHaveTheShortestNamesThatTellThemApart() {
        assertEquals(List.of("sgd"), section(List.of(run(1, 0, Status.DONE, 1))).methods());
    }
}
