package org.momo4j.lab.specification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.momo4j.lab.experiment.Experiment;
import org.momo4j.lab.journal.PlanCodec;

/** What is written as resolved reads back as the same runs, whatever the grid. */
class RoundTripTest {
    private static String resolved(Experiment experiment) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ResolvedSpecification.write(experiment, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Experiment readBack(String text) throws IOException {
        Path folder = Files.createTempDirectory("round-trip");
        try {
            return Specifications.read(folder, text);
        } finally {
            Files.deleteIfExists(folder.resolve("spec.yaml"));
            Files.delete(folder);
        }
    }

    private static void holds(Experiment experiment) throws IOException {
        Experiment again = readBack(resolved(experiment));
        assertEquals(experiment, again);
        assertEquals(experiment.runs().stream().map(PlanCodec::write).toList(),
                again.runs().stream().map(PlanCodec::write).toList());
    }

    @Example
    void theExamplesReadBack() throws IOException {
        for (String name : List.of("synthetic-small", "breast-cancer-logistic", "theory-beta")) {
            holds(Specifications.reader().read(ExamplesTest.EXAMPLES.resolve(name + ".yaml"), List.of()));
        }
    }

    @Example
    void whatRunsShareIsWrittenOnce() throws IOException {
        String text = resolved(Specifications.reader().read(ExamplesTest.EXAMPLES.resolve("synthetic-small.yaml"),
                List.of()));
        assertEquals(96, text.lines().filter(l -> l.startsWith("  - {")).count(), text);
        assertTrue(text.contains("\nbatchSize: 20\nepochs: 20\nsampling: shuffle\ntype: float64\naccumulate: 1\n"
                + "clip: .inf\nevaluate: {every: 1, unit: epochs}\n"), text);
        assertTrue(text.contains("  - {optimizer: {name: momo, lr: 1e-4, bound: {name: known, value: 0}, "
                + "averaging: first-sample, beta: 0.9, decay: proximal, weightDecay: 0}, objective: *objective-1, "
                + "seeds: [0, 1, 2]}\n"), text);
    }

    @Property(tries = 100)
    void anyGridReadsBack(@ForAll("specifications") String text) throws IOException {
        holds(readBack(text));
    }

    @Provide
    Arbitrary<String> specifications() {
        Arbitrary<String> rate = Arbitraries.of("0.1", "1e-3", ".inf", "2.5e2", "{name: cosine, peak: [1, 2e-1]}",
                "{name: warm-up, steps: 10, then: {name: step, every: 5}}", "{name: warm-up, steps: 3}",
                "{logUniform: [1e-4, 10]}");
        Arbitrary<String> momo = Combinators.combine(axis(rate), axis(Arbitraries.of("0", "0.5", "9e-1")),
                axis(Arbitraries.of("known", "{name: online, initial: [-1, -10]}",
                        "{name: per-sample, values: [[0, 1], [.5, 2]]}", "{name: known, value: -0.0}")))
                .as((lr, beta, bound) -> "{name: momo, lr: %s, beta: %s, bound: %s}".formatted(lr, beta, bound));
        Arbitrary<String> adam = axis(rate).map("{epsilon: 1e-6, name: adam, lr: %s}"::formatted);
        Arbitrary<String> optimizers = Combinators.combine(momo, adam).as((m, a) -> "[%s, %s]".formatted(m, a));
        Arbitrary<Map<String, String>> others = Arbitraries.maps(
                Arbitraries.of("seeds", "batchSize", "sampling", "type", "accumulate", "clip", "evaluate", "stop",
                        "diagnostics", "threads"),
                Arbitraries.integers().between(0, 2)).map(
                        m -> m.entrySet().stream()
                                .collect(Collectors.toMap(Map.Entry::getKey, e -> value(e.getKey(), e.getValue()))));
        Arbitrary<String> length = Arbitraries.of("epochs: 3", "steps: [10, 20]", "steps: 5");
        Arbitrary<String> objective = axis(Arbitraries.of("least-squares", "{name: logistic, samples: [20, 30]}",
                "{name: logistic, data: \"a \\\"b\\\", é.txt\"}", "{name: hinge, standardise: true, dataSeed: -7}"));
        return Combinators.combine(optimizers, others, length, objective).as((o, m, l, f) -> l + "\nobjective: " + f
                + "\noptimizers: " + o + "\nrandom: {samples: 3, seed: 5}\n"
                + m.entrySet().stream().map(e -> e.getKey() + ": " + e.getValue() + "\n")
                        .collect(Collectors.joining()));
    }

    private static String value(String key, int which) {
        return switch (key) {
            case "seeds" -> List.of("2", "[7, 3]", "[-1]").get(which);
            case "sampling" -> List.of("shuffle", "with-replacement", "[shuffle, with-replacement]").get(which);
            case "type" -> List.of("float32", "float64", "[float64, float32]").get(which);
            case "clip" -> List.of("1", "inf", "[0.5, .inf]").get(which);
            case "evaluate" -> List.of("{every: 3}", "{every: 2, unit: steps}", "{points: 7}").get(which);
            case "stop" -> List.of("{gap: 1e-8}", "{patience: 3, seconds: 60}", "{gradientNorm: 1e-3}").get(which);
            default -> List.of("1", "2", "[3, 4]").get(which);
        };
    }

    private static Arbitrary<String> axis(Arbitrary<String> value) {
        return value.set().ofMinSize(1).ofMaxSize(2).map(s -> s.size() == 1
                ? s.iterator().next()
                : s.stream().collect(Collectors.joining(", ", "[", "]")));
    }
}
