package org.momo4j.lab.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.momo4j.api.provider.MomentumMethodProvider;
import org.momo4j.api.provider.OptimizerProvider;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.step.Optimizer;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.ParameterLayout;
import org.momo4j.bounds.KnownBound;
import org.momo4j.core.momo.MomoProvider;
import org.momo4j.lab.Ran;
import org.momo4j.lab.plugin.PluginPlaces;
import org.momo4j.lab.plugin.Plugins;
import org.momo4j.lab.plugin.Probe;

/**
 * A plugin that was compiled once, against momo-api 0.1, and never again: {@code momo-novograd-0.1.jar} is the jar of
 * examples/plugin-novograd as it was on 2026-11-27. It has to work with every core that comes after.
 */
class PrebuiltPluginTest {
    private static final Path JAR = Path.of("src/test/resources/org/momo4j/lab/plugin/momo-novograd-0.1.jar");

    /** Losses that it ended with on that day. */
    @ParameterizedTest
    @CsvSource({"0.1, 0.19884557228938543", "10, 0.05768420707319476"})
    void itStillGivesTheNumbersThatItGave(String rate, double loss, @TempDir Path folder) throws Exception {
        Path specification = Files.writeString(folder.resolve("s.yaml"), """
                experiment: prebuilt
                objective: {name: logistic, samples: 200, dimension: 10}
                batchSize: 20
                epochs: 5
                optimizers: [{name: momo-novograd, lr: %s}]
                """.formatted(rate));
        Ran ran = Ran.momo("run", specification.toString(), "--out", folder.toString(), "--plugins", JAR.toString());
        assertEquals(0, ran.code(), ran.err());
        List<JsonNode> rows = new ArrayList<>();
        for (String line : Files.readAllLines(
                folder.resolve("prebuilt/momo-novograd-lr=" + rate + "-seed=0/journal.jsonl"))) {
            rows.add(new JsonMapper().readTree(line));
        }
        double ended = rows.stream().map(row -> row.path("metrics").path("train_loss")).filter(JsonNode::isNumber)
                .reduce((a, b) -> b).orElseThrow().doubleValue();
        assertEquals(loss, ended, 1e-12);
    }

    /** MoMo's step is another one, and the plugin knows nothing of it. */
    @Test
    void itWorksWithACoreThatChanged() throws Exception {
        PluginPlaces places = PluginPlaces.none();
        places.add(JAR);
        List<String> said = new ArrayList<>();
        MomentumMethodProvider<?> plugin = new Plugins(places, said::add)
                .<MomentumMethodProvider<?>>offers("method")
                .of(MomentumMethodProvider.class, Probe::name, Probe::whole).catalogue().get("momo-novograd");
        Fault changed = new Fault("steps of half the size", "org/momo4j/core/momo/Momo.java",
                "passes.write(alpha, stepSize,", "passes.write(alpha, 0.5 * stepSize,");
        double before = moved(new MomoProvider<>(plugin));
        double after = moved(new MutatedCore(changed).over(plugin));
        assertNotEquals(0, before);
        assertEquals(0.5 * before, after, 1e-15);
        assertTrue(said.isEmpty(), said.toString());
    }

    private static <P> double moved(OptimizerProvider<P> provider) {
        Optimizer optimizer = provider.create(provider.hyperParameters().read(Map.of()),
                new Setting(ParameterLayout.flat(2), ElementType.FLOAT64, k -> 1e-3, new KnownBound(0), new Random(0)));
        FlatVector params = FlatVector.of(0, 0);
        optimizer.step(params, FlatVector.of(3, -4), 10);
        return params.get(0);
    }
}
