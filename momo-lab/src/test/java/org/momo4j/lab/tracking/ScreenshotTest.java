package org.momo4j.lab.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.momo4j.lab.Ran;
import org.momo4j.lab.page.Browser;
import org.momo4j.tracking.server.Recorded;
import org.momo4j.tracking.server.RealServer;
import org.momo4j.tracking.server.SharedServer;

/**
 * What a sweep looks like in MLflow. The picture is {@code momo-lab/target/mlflow-sweep.png}; with {@code -Dmomo.pictures=true} it
 * also takes the place of that in {@code docs/img}.
 */
@ExtendWith(SharedServer.class)
class ScreenshotTest {
    private static final String NAME = "lr-sweep";
    private static final String SPECIFICATION = """
            experiment: lr-sweep
            objective: {name: least-squares, samples: 200, dimension: 10}
            batchSize: 20
            epochs: 20
            seeds: 1
            x-rates: &rates [1e-3, 1e-2, 1e-1, 1, 10, 100, 1000]
            optimizers:
              - {name: momo, lr: *rates, bound: {name: online, initial: -10}}
              - {name: momo-adam, lr: *rates, bound: {name: online, initial: -10}}
              - {name: sgd-m, lr: *rates}
              - {name: adam, lr: *rates}
            """;
    private static final String METRIC = "train_loss";
    private static final Path ROOT = Path.of(System.getProperty("momo.root"));
    /** It asks a server without users who looks, and for help that is not set up; and charts that grow say that they were not done at once. */
    private static final List<String> OF_MLFLOW = List.of("/users/current", "/assistant/",
            "ResizeObserver loop completed with undelivered notifications");
    private static final int LARGEST = 300_000;

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void aBrowserIsThere() {
        Browser.require();
    }

    @Test
    void optimizersAreComparedAtALargeLearningRate(RealServer server) throws IOException {
        Path specification = Files.writeString(folder.resolve("lr-sweep.yaml"), SPECIFICATION);
        Ran ran = Ran.momo("run", specification.toString(), "--out", folder.toString(), "--tracking",
                server.uri().toString());
        assertEquals(0, ran.code(), ran.err());
        Map<String, Recorded.Run> runs = server.runs(NAME).stream()
                .collect(Collectors.toMap(Recorded.Run::name, run -> run));
        assertEquals(28 + 1, runs.size());
        Map<String, List<Double>> expected = new TreeMap<>();
        runs.values().stream().filter(run -> "10".equals(run.params().get("lr")))
                .forEach(run -> expected.put(run.name(), losses(run)));
        assertEquals(4, expected.size());
        try (Browser browser = Browser.start(folder)) {
            ChartsPage page = new ChartsPage(browser.remote());
            page.open(server.uri(), runs.get(NAME).experimentId(), "params.lr = '10'");
            page.closeAssistant();
            page.expand(NAME);
            expected.keySet().forEach(page::awaitRun);
            page.only(METRIC);
            page.logarithmic();
            page.enlarge();
            assertTrue(page.says(expected.size() + 1 + " matching runs"),
                    "the runs, and the one that they stand beneath");
            assertShown(expected, page);
            assertEquals(List.of(), complaints(browser));
            byte[] picture = page.picture();
            assertTrue(picture.length < LARGEST, "the picture has " + picture.length + " bytes");
            Files.write(ROOT.resolve("momo-lab/target/mlflow-sweep.png"), picture);
            if (Boolean.getBoolean("momo.pictures")) {
                assertEquals(expected.size(), page.colours().size(),
                        "MLflow took a colour twice, by chance; once more");
                Files.write(ROOT.resolve("docs/img/mlflow-sweep.png"), picture);
            }
        }
    }

    /** What the console takes for severe, without what MLflow says whatever it shows. */
    private static List<String> complaints(Browser browser) {
        return browser.console().stream().filter(line -> line.contains("SEVERE"))
                .filter(line -> OF_MLFLOW.stream().noneMatch(line::contains)).toList();
    }

    private static List<Double> losses(Recorded.Run run) {
        return run.metrics().stream().filter(m -> m.key().equals(METRIC)).map(Recorded.Metric::value).toList();
    }

    private static void assertShown(Map<String, List<Double>> expected, ChartsPage page) {
        assertEquals(expected, new TreeMap<>(page.series()));
        assertEquals(expected.values().stream().mapToInt(List::size).sum(),
                page.points() + expected.size() - 1, "all begin at the same point");
        List<String> texts = page.texts();
        assertEquals(METRIC, texts.getFirst());
        assertTrue(texts.contains("Step"), texts.toString());
        expected.keySet().forEach(run -> assertTrue(texts.contains(run + " (" + METRIC + ")"), texts.toString()));
        double begin = expected.get("momo-lr=10-seed=0").getFirst();
        assertTrue(expected.get("momo-lr=10-seed=0").getLast() < 1e-3 * begin, "MoMo converges");
        assertTrue(expected.get("sgd-m-lr=10-seed=0").getLast() > 1e3 * begin, "SGD-M diverges");
    }
}
