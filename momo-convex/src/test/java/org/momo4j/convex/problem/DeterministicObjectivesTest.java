package org.momo4j.convex.problem;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.momo4j.api.objective.Batch;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;

class DeterministicObjectivesTest {
    private static final Batch ONE = Batch.of(0);

    /** All lengths about the sizes of chunks, against the definition. */
    @Property(tries = 100)
    void largestErrorIsTheDefinition(@ForAll @IntRange(min = 1, max = 3000) int n, @ForAll long seed,
            @ForAll boolean single) {
        Random random = new Random(seed);
        // few values, so that ties are common
        double[] target = random.ints(n, 0, 4).asDoubleStream().toArray();
        FlatVector x = FlatVector.of(single ? ElementType.FLOAT32 : ElementType.FLOAT64,
                random.ints(n, 0, 4).asDoubleStream().toArray());
        FlatVector g = x.zerosLike();
        g.fill(7);
        double loss = new MaxCoordinate(target).lossAndGradient(x, ONE, g);
        int best = 0;
        for (int i = 0; i < n; i++) {
            best = Math.abs(x.get(i) - target[i]) > Math.abs(x.get(best) - target[best]) ? i : best;
        }
        double[] expected = new double[n];
        expected[best] = Math.signum(x.get(best) - target[best]);
        assertEquals(Math.abs(x.get(best) - target[best]), loss);
        assertArrayEquals(expected, g.toArray());
    }

    @Example
    void nanIsNotLost() {
        FlatVector x = FlatVector.zeros(ElementType.FLOAT64, 2000);
        x.set(1500, Double.NaN);
        assertTrue(Double.isNaN(MaxCoordinate.uniform(2000).lossAndGradient(x, ONE, x.zerosLike())));
    }

    @Example
    void uniformTargetsHaveLengthOne() {
        double[] target = MaxCoordinate.uniform(7).optimum().orElseThrow().minimiser().orElseThrow().toArray();
        assertEquals(1, java.util.Arrays.stream(target).map(v -> v * v).sum(), 1e-15);
        assertThrows(IllegalArgumentException.class, MaxCoordinate::new);
    }

    @Example
    void quadraticHasItsGradient() {
        PowerLawQuadratic f = new PowerLawQuadratic(5, 1, 0.6);
        FlatVector x = FlatVector.of(1, -2, 3, 0, 5);
        FlatVector g = x.zerosLike();
        assertEquals(f.evaluate(x).loss(), f.lossAndGradient(x, ONE, g), 1e-15);
        for (int i = 0; i < 5; i++) {
            assertEquals((x.get(i) - Math.pow(i + 1, -0.6)) / (i + 1), g.get(i), 1e-15);
        }
        FlatVector minimiser = f.optimum().orElseThrow().minimiser().orElseThrow();
        assertEquals(0, f.lossAndGradient(minimiser, ONE, g));
        assertThrows(IllegalArgumentException.class, () -> new PowerLawQuadratic(5, -1, 1));
    }
}
