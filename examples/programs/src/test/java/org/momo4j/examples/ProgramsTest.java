package org.momo4j.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.momo4j.nn.data.Examples;
import org.momo4j.nn.data.catalogue.DataPlaces;
import org.momo4j.nn.data.catalogue.DataSets;
import org.momo4j.nn.djl.PyTorch;
import org.nd4j.autodiff.samediff.SameDiff;

/** The programs run as a user runs them; what they print is held against the file they save, read by the engine alone. */
class ProgramsTest {
    /** A perceptron misses about one in twelve: writers of the validation digits are others than those of the training digits. */
    private static final double ENOUGH = 0.88;

    @TempDir
    private Path folder = Path.of("");
    private final Examples validation = new DataSets(DataPlaces.standard(Optional.empty())).load("digits")
            .validation();

    @Test
    void dl4jFit() throws Exception {
        layered(Dl4jFit.class);
    }

    @Test
    void dl4jOwnLoop() throws Exception {
        layered(Dl4jOwnLoop.class);
    }

    private void layered(Class<?> program) throws Exception {
        Path file = folder.resolve("digits.zip");
        String printed = run(program, file);
        double accuracy = ModelSerializer.restoreMultiLayerNetwork(file.toFile(), false)
                .evaluate(Dl4jDigits.batches(validation, 32)).accuracy();
        check(printed, accuracy);
    }

    @Test
    void dl4jGraph() throws Exception {
        Path file = folder.resolve("digits.zip");
        String printed = run(Dl4jGraph.class, file);
        double accuracy = ModelSerializer.restoreComputationGraph(file.toFile(), false)
                .evaluate(Dl4jDigits.batches(validation, 32)).accuracy();
        check(printed, accuracy);
    }

    @Test
    void sameDiffOwnLoop() throws Exception {
        Path file = folder.resolve("digits.fb");
        String printed = run(SameDiffOwnLoop.class, file);
        check(printed, SameDiffOwnLoop.accuracy(SameDiff.load(file.toFile(), false), validation));
    }

    @Test
    void djlOwnLoop() throws Exception {
        try {
            PyTorch.threads(1);
        } catch (IllegalStateException e) {
            if (System.getenv("MOMO_REQUIRE_ALL") != null) {
                fail(e.getMessage() + ", and MOMO_REQUIRE_ALL forbids to skip", e);
            }
            abort(e.getMessage());
        }
        String printed = run(DjlOwnLoop.class, folder);
        check(printed, DjlAccuracy.of(folder, validation));
    }

    private static void check(String printed, double accuracy) {
        assertTrue(accuracy > ENOUGH, printed);
        assertTrue(accuracy < 1, "so good that something is wrong: " + printed);
        assertEquals(accuracy, number("validation accuracy", printed), 1e-6, printed);
        double loss = number("training loss", printed);
        assertTrue(loss > 0 && loss < 0.1, printed); // log 10 = 2.3 at the start
    }

    private static double number(String name, String printed) {
        String line = printed.lines().filter(l -> l.startsWith(name + " ")).findFirst().orElseThrow();
        return Double.parseDouble(line.substring(name.length() + 1));
    }

    private static String run(Class<?> program, Path argument) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(System.getProperty("jvm.flags").split(" ")));
        command.addAll(List.of("-cp", System.getProperty("surefire.test.class.path",
                System.getProperty("java.class.path")), program.getName(), argument.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("OMP_NUM_THREADS", "1");
        Process process = builder.start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), printed);
        return printed;
    }
}
