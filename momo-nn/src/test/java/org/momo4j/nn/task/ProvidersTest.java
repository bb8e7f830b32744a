package org.momo4j.nn.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.momo4j.api.objective.Objective;
import org.momo4j.api.provider.HyperParameters;
import org.momo4j.api.provider.ObjectiveProvider;
import org.momo4j.api.provider.Provider;
import org.momo4j.api.vector.NamedTensor;
import org.momo4j.api.vector.ParameterGroup;
import org.momo4j.nn.data.format.Written;
import org.momo4j.nn.network.DecayOf;

/** What the providers say, refuse and make, over data that this test writes. */
class ProvidersTest {
    private static final List<String> NAMES = List.of("digits-mlp", "fashion-mlp", "fashion-conv", "fashion-resnet20",
            "cifar10-resnet20");

    private final String home = System.getProperty("user.home");
    private final String before = System.getProperty(DataDirectory.PROPERTY, "");

    @TempDir
    private Path data = Path.of("");

    @BeforeEach
    void ownDirectory() {
        System.setProperty("user.home", data.resolve("nobody").toString());
        System.setProperty(DataDirectory.PROPERTY, data.toString());
    }

    @AfterEach
    void asItWas() {
        System.setProperty("user.home", home);
        System.setProperty(DataDirectory.PROPERTY, before);
    }

    /** Those of this module. */
    private static List<ObjectiveProvider<?>> installed() {
        List<ObjectiveProvider<?>> tasks = new ArrayList<>();
        for (ObjectiveProvider<?> provider : ServiceLoader.load(ObjectiveProvider.class)) {
            if (provider.getClass().getPackage().equals(ProvidersTest.class.getPackage())) {
                tasks.add(provider);
            }
        }
        return tasks;
    }

    private static ObjectiveProvider<?> provider(String name) {
        return installed().stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
    }

    private static <P> Objective create(ObjectiveProvider<P> provider, Map<String, Object> values) {
        return provider.create(provider.hyperParameters().read(values));
    }

    private static String refusal(String name, Map<String, Object> values) {
        return assertThrows(IllegalArgumentException.class, () -> create(provider(name), values)).getMessage();
    }

    private void writeFashion() throws IOException {
        Path folder = Files.createDirectories(data.resolve("fashion-mnist"));
        Files.write(folder.resolve("train-images-idx3-ubyte"), Written.idxImages(6, 28, 28, 1));
        Files.write(folder.resolve("train-labels-idx1-ubyte"), Written.idxLabels(0, 1, 2, 3, 4, 9));
        Files.write(folder.resolve("t10k-images-idx3-ubyte"), Written.idxImages(3, 28, 28, 2));
        Files.write(folder.resolve("t10k-labels-idx1-ubyte"), Written.idxLabels(9, 8, 0));
    }

    private void writeCifar() throws IOException {
        Path folder = Files.createDirectories(data.resolve("cifar10"));
        for (int i = 1; i <= 5; i++) {
            Files.write(folder.resolve("data_batch_" + i + ".bin"), Written.cifar(i, new int[]{i}, new int[]{0}));
        }
        Files.write(folder.resolve("test_batch.bin"), Written.cifar(6, new int[]{9}));
    }

    @Test
    void allAreFoundByName() {
        assertEquals(NAMES, installed().stream().map(Provider::name).toList());
        for (String name : NAMES) {
            Provider<?> provider = provider(name);
            assertTrue(provider.description().contains("cross-entropy"), provider.description());
            assertEquals(new NetworkOptions(EngineName.DJL, DecayOf.WEIGHTS, 10_000),
                    provider.hyperParameters().defaults());
        }
    }

    @Test
    void hyperParametersAreReadAndRefused() {
        HyperParameters<NetworkOptions> options = HyperParameters.of(NetworkOptions.class);
        assertEquals(new NetworkOptions(EngineName.DL4J, DecayOf.ALL, 7),
                options.read(Map.of("engine", "dl4j", "decay", "all", "evaluationExamples", 7)));
        assertEquals("engine is tensorflow; it must be one of [djl, dl4j]",
                refusal("digits-mlp", Map.of("engine", "tensorflow")));
        assertEquals("evaluationExamples is 0; it must be a whole number in [1, inf)",
                refusal("digits-mlp", Map.of("evaluationExamples", 0)));
    }

    @Test
    void missingDataSayWhereItLooked() {
        String said = refusal("cifar10-resnet20", Map.of());
        assertTrue(said.startsWith("data set cifar10 was found nowhere: looked for data_batch_1.bin"), said);
        assertTrue(said.contains(data.resolve("cifar10").toString()), said);
        assertTrue(said.contains(data.resolve("nobody/.momo/data/cifar10").toString()), said);
        assertTrue(said.contains("--data-dir"), said);
    }

    @ParameterizedTest
    @CsvSource({"fashion-conv", "fashion-resnet20"})
    void dl4jComputesPerceptronsAlone(String name) throws IOException {
        writeFashion();
        assertEquals("engine is dl4j, which computes the perceptrons alone; " + name + " needs djl",
                refusal(name, Map.of("engine", "dl4j")));
    }

    @ParameterizedTest
    @CsvSource({"fashion-mlp, djl, 89610", "fashion-mlp, dl4j, 89610", "fashion-conv, djl, 28938",
            "fashion-resnet20, djl, 269434", "cifar10-resnet20, djl, 269722"})
    void everyTaskTrains(String name, String engine, long parameters) throws IOException {
        Engines.require(engine.equals("djl") ? EngineName.DJL : EngineName.DL4J);
        writeFashion();
        writeCifar();
        Objective objective = create(provider(name), Map.of("engine", engine));
        assertEquals(parameters, objective.layout().size());
        Trained trained = Trained.of(objective, objective.samples(), 20, 0); // noise can be learned by heart
        assertTrue(trained.losses().getLast() < trained.losses().getFirst(), trained.toString());
        int files = name.startsWith("cifar") ? 6 : 4;
        assertEquals(files, objective.dataDigests().size(), objective.dataDigests().toString());
    }

    @ParameterizedTest
    @CsvSource({"all, 0", "weights, 210"})
    void biasesAreSparedWeightDecayUnlessItIsForAll(String decay, long spared) {
        Engines.require(EngineName.DL4J);
        Objective digits = create(provider("digits-mlp"), Map.of("engine", "dl4j", "decay", decay));
        assertEquals(spared, digits.layout().tensors().stream()
                .filter(tensor -> !tensor.group().equals(ParameterGroup.DEFAULT)).mapToLong(NamedTensor::size).sum());
    }

    @Test
    void objectivesOfOneProviderShareWhatWasRead() throws IOException {
        Engines.require(EngineName.DL4J);
        writeFashion();
        FashionMlpProvider provider = new FashionMlpProvider();
        create(provider, Map.of("engine", "dl4j"));
        try (Stream<Path> files = Files.list(data.resolve("fashion-mnist"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        assertEquals(6, create(provider, Map.of("engine", "dl4j")).samples());
        Path other = Files.createDirectories(data.resolve("other/fashion-mnist"));
        Files.createFile(other.resolve("train-images-idx3-ubyte")); // the machine may have the real files elsewhere
        System.setProperty(DataDirectory.PROPERTY, data.resolve("other").toString());
        assertThrows(IllegalArgumentException.class, () -> create(provider, Map.of("engine", "dl4j")),
                "another directory, other data");
    }
}
