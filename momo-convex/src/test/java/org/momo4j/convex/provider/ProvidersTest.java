package org.momo4j.convex.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.momo4j.api.objective.Batch;
import org.momo4j.api.objective.Objective;
import org.momo4j.api.objective.Optimum;
import org.momo4j.api.provider.ObjectiveProvider;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;

class ProvidersTest {
    private static final Set<String> NAMES = Set.of("least-squares", "absolute-loss", "logistic", "hinge",
            "squared-hinge", "half-spaces", "max-coordinate", "power-law-quadratic");

    private static ObjectiveProvider<?> provider(String name) {
        for (ObjectiveProvider<?> provider : ServiceLoader.load(ObjectiveProvider.class)) {
            if (provider.name().equals(name)) {
                return provider;
            }
        }
        throw new AssertionError(name + " is not found");
    }

    private static <P> Objective create(ObjectiveProvider<P> provider, Map<String, ?> values) {
        return provider.create(provider.hyperParameters().read(values));
    }

    @Test
    void allAreFound() {
        Set<String> found = new HashSet<>();
        for (ObjectiveProvider<?> provider : ServiceLoader.load(ObjectiveProvider.class)) {
            found.add(provider.name());
        }
        assertTrue(found.containsAll(NAMES), found.toString());
    }

    @Test
    void defaultsWorkAndNothingLiesBelowAnOptimum() {
        for (String name : NAMES) {
            Objective f = create(provider(name), Map.of());
            FlatVector x = FlatVector.zeros(ElementType.FLOAT64, f.layout().size());
            f.start(0, x);
            FlatVector g = x.zerosLike();
            assertEquals(f.evaluate(x).loss(), f.lossAndGradient(x, Batch.all(f.samples()), g), 1e-13, name);
            Optimum optimum = f.optimum().orElseThrow();
            assertEquals(0, optimum.value(), 1e-13, name);
            assertTrue(optimum.certificate().gap() <= 1e-12, name + " " + optimum);
            optimum.minimiser().ifPresent(m -> assertEquals(optimum.value(), f.evaluate(m).loss(), 1e-12, name));
        }
    }

    @Test
    void shiftMovesTheOptimum() {
        for (String name : Set.of("least-squares", "absolute-loss", "hinge", "squared-hinge", "half-spaces")) {
            assertEquals(1.5, create(provider(name), Map.of("shift", 1.5)).optimum().orElseThrow().value(), 1e-12);
        }
    }

    @Test
    void filesAndShippedDataAreRead(@TempDir Path dir) throws IOException {
        Path file = Files.writeString(dir.resolve("d"), "1 1:1\n2 1:2\n2 1:3\n");
        assertEquals(1, create(provider("least-squares"), Map.of("data", file.toString())).layout().size());
        assertEquals(3, create(provider("logistic"), Map.of("data", file.toString())).samples());
        Objective real = create(provider("squared-hinge"), Map.of("data", "breast-cancer", "standardise", true,
                "randomFeatures", 50, "bandwidth", 3));
        assertEquals(50, real.layout().size());
        assertTrue(real.optimum().isEmpty());
        Path three = Files.writeString(dir.resolve("e"), "1 1:1\n2 1:2\n3 1:3\n");
        assertEquals(three + " has the labels 1.0, 2.0, 3.0; two classes are allowed",
                assertThrows(IllegalArgumentException.class,
                        () -> create(provider("hinge"), Map.of("data", three.toString()))).getMessage());
        assertThrows(IllegalArgumentException.class,
                () -> create(provider("hinge"), Map.of("data", dir.resolve("missing").toString())));
    }
}
