package org.momo4j.testkit.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.momo4j.api.objective.Batch;
import org.momo4j.api.objective.Optimum;
import org.momo4j.api.vector.FlatVector;

class QuadraticTest {
    private static final Batch ALL = Batch.all(1);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 9})
    void theGradientGrowsAsTheConditionSays(int dimension) {
        Quadratic quadratic = Quadratic.of(dimension, 50, 3);
        FlatVector minimiser = quadratic.optimum().flatMap(Optimum::minimiser).orElseThrow();
        assertEquals(dimension == 1 ? 1 : 0.02, quadratic.strongConvexity(), 1e-15);
        double largest = 0;
        for (int i = 0; i < dimension; i++) {
            FlatVector point = minimiser.copy();
            point.set(i, point.get(i) + 1);
            FlatVector gradient = point.zerosLike();
            double loss = quadratic.lossAndGradient(point, ALL, gradient);
            assertTrue(loss >= 0.5 * quadratic.strongConvexity() * (1 - 1e-12), "loss " + loss);
            assertTrue(loss <= 0.5 * (1 + 1e-12), "loss " + loss);
            largest = Math.max(largest, loss);
        }
        assertTrue(dimension == 1 || largest > 0.5 * quadratic.strongConvexity());
    }

    @Test
    void theHessianIsNotDiagonal() {
        Quadratic quadratic = Quadratic.of(9, 50, 3);
        FlatVector point = quadratic.optimum().flatMap(Optimum::minimiser).orElseThrow().copy();
        point.set(0, point.get(0) + 1);
        FlatVector gradient = point.zerosLike();
        quadratic.lossAndGradient(point, ALL, gradient);
        assertTrue(Math.abs(gradient.get(1)) > 1e-6, "or coordinates would not feel each other");
    }

    @Test
    void aPermutedQuadraticIsTheSameFunction() {
        Quadratic quadratic = Quadratic.of(3, 50, 3);
        Quadratic permuted = quadratic.permuted(new int[]{2, 0, 1});
        FlatVector gradient = FlatVector.of(0, 0, 0);
        FlatVector other = FlatVector.of(0, 0, 0);
        assertEquals(quadratic.lossAndGradient(FlatVector.of(5, 6, 7), ALL, gradient),
                permuted.lossAndGradient(FlatVector.of(6, 7, 5), ALL, other), 1e-12);
        assertEquals(gradient.get(0), other.get(2), 1e-12);
        assertEquals(gradient.get(1), other.get(0), 1e-12);
        assertEquals(gradient.get(2), other.get(1), 1e-12);
    }

    @Test
    void everyExampleHasItsMinimumAtTheSamePoint() {
        InterpolatingQuadratic objective = InterpolatingQuadratic.of(5, 3, 1);
        FlatVector minimiser = objective.optimum().flatMap(Optimum::minimiser).orElseThrow();
        FlatVector gradient = minimiser.zerosLike();
        FlatVector elsewhere = FlatVector.of(0.1, 0.2, 0.3);
        for (int example = 0; example < 5; example++) {
            assertEquals(0, objective.lossAndGradient(minimiser, Batch.of(example), gradient));
            double loss = objective.lossAndGradient(elsewhere, Batch.of(example), gradient);
            double square = 0;
            for (int i = 0; i < 3; i++) {
                square += gradient.get(i) * gradient.get(i);
            }
            assertEquals(2 * loss, square, 1e-12, "1-smooth with equality: |g|² = 2 f");
        }
    }

    @Test
    void shapesAreChecked() {
        assertThrows(IllegalArgumentException.class, () -> Quadratic.of(0, 2, 1));
        assertThrows(IllegalArgumentException.class, () -> Quadratic.of(2, 0.5, 1));
        assertThrows(IllegalArgumentException.class, () -> Quadratic.of(2, Double.NaN, 1));
        assertThrows(IllegalArgumentException.class, () -> InterpolatingQuadratic.of(0, 2, 1));
        assertThrows(IllegalArgumentException.class, () -> InterpolatingQuadratic.of(2, 0, 1));
    }
}
