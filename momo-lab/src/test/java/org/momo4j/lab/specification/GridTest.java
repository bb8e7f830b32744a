package org.momo4j.lab.specification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.momo4j.api.provider.Choice;
import org.momo4j.api.vector.ElementType;
import org.momo4j.lab.experiment.Experiment;
import org.momo4j.lab.experiment.RunPlan;
import org.momo4j.lab.experiment.Training;
import org.momo4j.lab.experiment.Training.EvaluationGrid;
import org.momo4j.lab.experiment.Training.EvaluationGrid.Kind;
import org.momo4j.lab.experiment.Training.Length;
import org.momo4j.lab.experiment.Training.Sampling;
import org.momo4j.lab.experiment.Training.Stopping;
import org.momo4j.lab.experiment.Training.Unit;
import org.momo4j.lab.journal.PlanCodec;

/** What a specification stands for. */
class GridTest {
    private static final String TOP = "objective: least-squares\nepochs: 2\n";

    @TempDir
    private Path folder = Path.of("");

    private List<RunPlan> runs(String text, String... overrides) {
        return Specifications.read(folder, text, overrides).runs();
    }

    private List<String> names(String text, String... overrides) {
        return runs(text, overrides).stream().map(RunPlan::name).toList();
    }

    @Test
    void whatIsNotSaidHasItsDefault() {
        Experiment experiment = Specifications.read(folder, TOP + "optimizers: [momo]\n");
        assertEquals("spec", experiment.name());
        RunPlan run = experiment.runs().getFirst();
        assertEquals("momo-lr=1-seed=0", run.name());
        assertEquals(new Choice("constant", Map.of("rate", 1.0)), run.learningRate());
        assertEquals(new Choice("known", Map.of("value", 0.0)), run.bound());
        assertEquals(new Choice("momo", Map.of("beta", 0.9, "averaging", "first-sample", "weightDecay", 0.0, "decay",
                "proximal")), run.optimizer());
        assertEquals(200, run.objective().values().get("samples"));
        assertEquals(new Training(ElementType.FLOAT64, 32, Sampling.SHUFFLE, 1, Double.POSITIVE_INFINITY,
                new Length(2, Unit.EPOCHS), new EvaluationGrid(Kind.REGULAR, 1, Unit.EPOCHS), Stopping.NEVER, 200,
                1), run.training());
        assertEquals(Map.of("lr", 1.0), run.varies());
    }

    @Test
    void stepsAreEvaluatedOnAGeometricGrid() {
        Training training = runs("objective: least-squares\nsteps: 1e3\noptimizers: [momo]\n").getFirst().training();
        assertEquals(new Length(1000, Unit.STEPS), training.length());
        assertEquals(new EvaluationGrid(Kind.GEOMETRIC, 30, Unit.STEPS), training.evaluations());
    }

    @Test
    void everythingElseCanBeSaid() {
        Training training = runs(TOP + """
                optimizers: [momo]
                batchSize: 8
                sampling: with-replacement
                type: float32
                accumulate: 4
                clip: 0.5
                evaluate: {every: 10, unit: steps}
                stop: {gap: 1e-8, gradientNorm: 1e-6, patience: 5, seconds: 60}
                diagnostics: 0
                threads: 2
                """).getFirst().training();
        assertEquals(new Training(ElementType.FLOAT32, 8, Sampling.WITH_REPLACEMENT, 4, 0.5,
                new Length(2, Unit.EPOCHS), new EvaluationGrid(Kind.REGULAR, 10, Unit.STEPS),
                new Stopping(1e-8, 1e-6, 5, 60), 0, 2), training);
    }

    @Test
    void listsAreAxesAndTheirOrderIsKept() {
        assertEquals(List.of("momo-lr=10-beta=0.9-seed=0", "momo-lr=10-beta=0.9-seed=1", "momo-lr=10-beta=0-seed=0",
                "momo-lr=10-beta=0-seed=1", "momo-lr=0.001-beta=0.9-seed=0", "momo-lr=0.001-beta=0.9-seed=1",
                "momo-lr=0.001-beta=0-seed=0", "momo-lr=0.001-beta=0-seed=1", "adam-lr=0.001-seed=0",
                "adam-lr=0.001-seed=1"),
                names(TOP + "seeds: 2\noptimizers:\n  - {name: momo, beta: [0.9, 0], lr: [1e1, 0.001]}\n  - adam\n"));
    }

    @Test
    void objectivesAndTrainingAreAxesToo() {
        assertEquals(List.of("momo-least-squares-objective.samples=200-lr=1-batchSize=1-seed=7",
                "momo-least-squares-objective.samples=200-lr=1-batchSize=2-seed=7",
                "momo-hinge-objective.samples=50-lr=1-batchSize=1-seed=7",
                "momo-hinge-objective.samples=50-lr=1-batchSize=2-seed=7",
                "momo-hinge-objective.samples=60-lr=1-batchSize=1-seed=7",
                "momo-hinge-objective.samples=60-lr=1-batchSize=2-seed=7"),
                names("objective: [least-squares, {name: hinge, samples: [50, 60]}]\nepochs: 1\nbatchSize: [1, 2]\n"
                        + "seeds: [7]\noptimizers: [momo]\n"));
    }

    @Test
    void schedulesAndBoundsAreNamedAndTheirNumbersToo() {
        assertEquals(List.of("momo-lr=cosine-lr.peak=0.1-bound=known-seed=0",
                "momo-lr=cosine-lr.peak=0.1-bound=online-bound.initial=-10-seed=0",
                "momo-lr=cosine-lr.peak=0.1-bound=online-bound.initial=0-seed=0",
                "momo-lr=cosine-lr.peak=1-bound=known-seed=0",
                "momo-lr=cosine-lr.peak=1-bound=online-bound.initial=-10-seed=0",
                "momo-lr=cosine-lr.peak=1-bound=online-bound.initial=0-seed=0",
                "momo-lr=inf-bound=known-seed=0", "momo-lr=inf-bound=online-bound.initial=-10-seed=0",
                "momo-lr=inf-bound=online-bound.initial=0-seed=0"),
                names(TOP + "optimizers: [{name: momo, lr: [{name: cosine, peak: [0.1, 1]}, inf], "
                        + "bound: [known, {name: online, initial: [-10, 0]}]}]\n"));
    }

    @Test
    void whatVariesIsByColumn() {
        List<RunPlan> runs = runs(
                TOP + "optimizers: [{name: momo, lr: [{name: cosine, peak: 2}, 1], beta: 0}, sgd-m]\n");
        assertEquals(Map.of("lr", "cosine", "beta", 0.0), runs.getFirst().varies());
        assertEquals(Map.of("lr", 0.1, "beta", 0.9), runs.getLast().varies());
        assertEquals(List.of("momo-lr=cosine-seed=0", "momo-lr=1-seed=0", "sgd-m-lr=0.1-seed=0"),
                runs.stream().map(RunPlan::name).toList());
    }

    @Test
    void aScheduleWithinAScheduleIsComplete() {
        RunPlan run = runs(TOP + "optimizers: [{name: momo, lr: {name: warm-up, steps: 5}}]\n").getFirst();
        assertEquals(new Choice("warm-up", Map.of("steps", 5, "then", Map.of("name", "constant", "rate", 1.0))),
                run.learningRate());
    }

    @Test
    void aListTypedParameterTakesAListOfLists() {
        List<RunPlan> runs = runs(TOP + "optimizers:\n  - {name: momo, bound: {name: per-sample, values: [[0, 1], "
                + "[0.001, 0.002, 0.003, 0.004, 0.005, 0.006, 0.007, 0.008]]}}\n");
        assertEquals(List.of(0.0, 1.0), runs.getFirst().bound().values().get("values"));
        assertEquals("momo-lr=1-bound.values=0_1-seed=0", runs.getFirst().name());
        assertTrue(runs.getLast().name().matches("momo-lr=1-bound.values=0.001_0.002_0.003_.*_[0-9a-f]{8}-seed=0"),
                runs.getLast().name());
    }

    @Test
    void spellingAndOrderOfKeysDecideNothing() {
        String one = PlanCodec.write(runs(TOP + "optimizers: [{name: momo, lr: 0.001, beta: 0, weightDecay: 1e-4}]\n")
                .getFirst());
        String other = PlanCodec.write(runs("epochs: 2.0\noptimizers:\n- weightDecay: \"0.0001\"\n  beta: -0.0\n"
                + "  lr: 1E-3\n  name: 'momo'\nbatchSize: +32\nobjective: {samples: 2e2, name: least-squares}\n")
                .getFirst());
        assertEquals(one, other);
    }

    @Test
    void jsonIsReadToo() {
        assertEquals(List.of("momo-lr=0.1-seed=0"), names("""
                {"objective": {"name": "least-squares"},
                 "epochs": 1,
                 "optimizers": [{"name": "momo", "lr": 1e-1}]}
                """));
    }

    @Test
    void anchorsAndMergedMappingsAreForReuse() {
        List<RunPlan> runs = runs("""
                x-rates: &rates [0.1, 1]
                anchors:
                  decayed: &decayed {weightDecay: 0.1, lr: 5}
                defaults: &defaults {name: momo, <<: *decayed}
                objective: least-squares
                epochs: 1
                optimizers:
                  - {<<: *defaults, lr: *rates}
                  - {<<: [{name: sgd-m}, *decayed]}
                """);
        assertEquals(List.of("momo-lr=0.1-seed=0", "momo-lr=1-seed=0", "sgd-m-lr=5-seed=0"),
                runs.stream().map(RunPlan::name).toList());
        assertEquals(0.1, runs.getFirst().optimizer().values().get("weightDecay"));
    }

    @Test
    void runsStandInsteadOfOptimizersOrBesides() {
        assertEquals(List.of("momo-lr=1-seed=0", "momo-lr=1-seed=1", "momo-lr=3-seed=0", "momo-lr=3-seed=1",
                "adam-lr=0.001-seed=5"),
                names(TOP + "seeds: 2\noptimizers: [momo]\nruns:\n  - {name: momo, lr: 3}\n"
                        + "  - {optimizer: adam, seeds: [5]}\n"));
        List<RunPlan> runs = runs(TOP + "runs:\n  - {optimizer: momo, steps: 10, objective: hinge}\n  - momo\n");
        assertEquals(new Length(10, Unit.STEPS), runs.getFirst().training().length());
        assertEquals(new EvaluationGrid(Kind.GEOMETRIC, 30, Unit.STEPS), runs.getFirst().training().evaluations());
        assertEquals(List.of("momo-hinge-lr=1-seed=0", "momo-least-squares-lr=1-seed=0"),
                runs.stream()
                        .map(RunPlan::name).map(n -> n.replaceAll("-objective[^-]*", "")).toList());
    }

    @Test
    void runsThatNoNameTellsApartHaveADigest() {
        List<String> names = names(TOP + "runs:\n  - {optimizer: momo, diagnostics: 3}\n  - momo\n");
        assertEquals(2, names.stream().distinct().count());
        assertTrue(names.stream().allMatch(n -> n.matches("momo-lr=1-seed=0-[0-9a-f]{8}")), names.toString());
    }

    @Test
    void namesAreSafeAsFolders() {
        String name = names(TOP.replace("least-squares", "{name: hinge, data: [\"a/b c:é.txt\", d]}")
                + "optimizers: [momo]\n").getFirst();
        assertEquals("momo-objective.data=a_b_c__.txt-lr=1-seed=0", name);
    }

    @Test
    void aRandomSearchDrawsTheSameForEveryMethod() {
        String text = TOP + """
                random: {samples: 20, seed: 3}
                optimizers:
                  - {name: momo, lr: {logUniform: [1e-4, 1e3]}, beta: [0, 0.9]}
                  - {name: sgd-m, lr: {logUniform: [1e-4, 1e3]}, beta: {uniform: [0.5, 0.9]}}
                """;
        List<RunPlan> runs = runs(text);
        assertEquals(20 * 2 + 20, runs.size());
        List<Object> momo = runs.subList(0, 40).stream().map(r -> r.varies().get("lr")).distinct().toList();
        assertEquals(momo, runs.subList(40, 60).stream().map(r -> r.varies().get("lr")).toList());
        assertTrue(momo.stream().allMatch(lr -> (double) lr >= 1e-4 && (double) lr <= 1e3), momo.toString());
        assertTrue(momo.stream().anyMatch(lr -> (double) lr < 1e-2) && momo.stream().anyMatch(lr -> (double) lr > 10),
                momo.toString());
        assertEquals(runs, runs(text));
        assertTrue(runs.stream().map(RunPlan::name).allMatch(n -> n.length() < 60), runs.toString());
    }

    @Test
    void whatIsDrawnTwiceIsRunOnce() {
        assertEquals(3,
                runs(TOP + "random: {samples: 100}\noptimizers: [momo]\n",
                        "objective={name: least-squares, samples: [3, 4, 5]}")
                        .size());
        assertEquals(4, runs(TOP + "random: {samples: 100}\noptimizers:\n"
                + "  - {name: momo, lr: {name: step, every: {uniform: [1, 4]}}}\n").size());
    }

    @Test
    void overridesTakeThePlaceOfWhatTheFileSays() {
        String text = "objective: least-squares\nsteps: 10\noptimizers:\n  - {name: momo, lr: [1, 2]}\n  - adam\n";
        List<RunPlan> runs = runs(text, "epochs=5", "objective.samples=100", "optimizers[0].lr=[0.1, 1]",
                "optimizers[1].beta1=0.5", "stop.gap=1e-3", "experiment=other");
        assertEquals(List.of("momo-lr=0.1-seed=0", "momo-lr=1-seed=0", "adam-lr=0.001-seed=0"),
                runs.stream().map(RunPlan::name).toList());
        assertEquals(new Length(5, Unit.EPOCHS), runs.getFirst().training().length());
        assertEquals(100, runs.getFirst().objective().values().get("samples"));
        assertEquals(1e-3, runs.getFirst().training().stopping().gap());
        assertEquals(0.5, runs.getLast().optimizer().values().get("beta1"));
        assertEquals("other", Specifications.read(folder, text, "experiment=other").name());
    }

    @Test
    void dataMayLieBesideTheSpecification() throws Exception {
        Files.writeString(folder.resolve("cases.txt"), "1 1:1\n");
        String text = "objective: {name: logistic, data: cases.txt}\nepochs: 1\noptimizers: [momo]\n";
        assertEquals(folder.resolve("cases.txt").toString(), runs(text).getFirst().objective().values().get("data"));
        assertEquals("absent.txt",
                runs(text, "objective.data=absent.txt").getFirst().objective().values().get("data"));
    }

    @Test
    void anExperimentIsNamedAfterItsFile() throws Exception {
        Files.createDirectories(folder);
        for (String[] pair : new String[][]{{"my sweep.v2.yaml", "my_sweep.v2"}, {".yaml", "_"}, {"plain", "plain"}}) {
            Path file = Files.writeString(folder.resolve(pair[0]), TOP + "optimizers: [momo]\n");
            assertEquals(pair[1], Specifications.reader().read(file, List.of()).name());
        }
    }
}
