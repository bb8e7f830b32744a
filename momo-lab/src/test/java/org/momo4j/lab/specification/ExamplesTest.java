package org.momo4j.lab.specification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.momo4j.api.provider.Choice;
import org.momo4j.api.vector.ElementType;
import org.momo4j.lab.experiment.Experiment;
import org.momo4j.lab.experiment.RunPlan;

class ExamplesTest {
    static final Path EXAMPLES = Path.of(System.getProperty("momo.root")).resolve("examples");

    @Test
    void syntheticSmall() throws IOException {
        Experiment experiment = Specifications.reader().read(EXAMPLES.resolve("synthetic-small.yaml"), List.of());
        assertEquals("synthetic-small", experiment.name());
        assertEquals(2 * 6 * 8 * 3, experiment.runs().size());
        assertEquals(288, experiment.runs().stream().map(RunPlan::name).distinct().count());
        RunPlan first = experiment.runs().getFirst();
        assertEquals("momo-least-squares-lr=1e-4-bound=known-seed=0", first.name());
        assertEquals(new Choice("known", Map.of("value", 0.0)), first.bound());
        assertEquals(Map.of("objective", "least-squares", "lr", 1e-4, "bound", "known"), first.varies());
        assertEquals("adam-logistic-lr=1000-seed=2", experiment.runs().getLast().name());
    }

    @Test
    void theOthers() throws IOException {
        List<RunPlan> cancer = Specifications.reader().read(EXAMPLES.resolve("breast-cancer-logistic.yaml"), List.of())
                .runs();
        assertEquals(3 * (2 * 5 + 5 + 7 + 5), cancer.size());
        assertEquals(1e-3, cancer.getFirst().objective().values().get("l2"));
        List<RunPlan> theory = Specifications.reader().read(EXAMPLES.resolve("theory-beta.yaml"), List.of()).runs();
        assertEquals(4 * 2 * 5, theory.size());
        assertEquals("momo-lr=inf-averaging=bias-corrected-beta=0.99-seed=4", theory.getLast().name());
    }

    @Test
    void networks() throws IOException {
        List<RunPlan> digits = Specifications.reader().read(EXAMPLES.resolve("digits-mlp.yaml"), List.of()).runs();
        assertEquals(2 * (2 * 5 + 2 * 4 + 5 + 4), digits.size());
        List<RunPlan> fashion = Specifications.reader().read(EXAMPLES.resolve("fashion-mlp.yaml"), List.of()).runs();
        assertEquals(3 * (2 * 7 + 6 + 2 * 6 + 6), fashion.size());
        assertEquals(ElementType.FLOAT32, fashion.getFirst().training().type());
        assertEquals(0.9, fashion.get(3 * 2 * 7).optimizer().values().get("dampening"));
    }
}
