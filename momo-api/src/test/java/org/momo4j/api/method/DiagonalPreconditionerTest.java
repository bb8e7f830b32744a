package org.momo4j.api.method;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.momo4j.api.step.NonFiniteStepException;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;

/** The definition of a diagonal metric, element by element. */
class DiagonalPreconditionerTest {
    private static final int SIZE = 2 * MetricBlock.LENGTH + 7;

    private static DiagonalMetric named(List<String> names, DiagonalMetric metric) {
        return new DiagonalMetric() {
            @Override
            public void form(MetricBlock block) {
                metric.form(block);
            }

            @Override
            public List<String> statistics() {
                return names;
            }
        };
    }

    /** Sets the whole diagonal to one value, and leaves the statistic. */
    private static DiagonalMetric constant(double value) {
        return block -> {
            for (int i = 0; i < block.count(); i++) {
                block.diagonal()[i] = value;
            }
        };
    }

    private static FlatVector random(ElementType type, SplittableRandom random) {
        FlatVector vector = FlatVector.zeros(type, SIZE);
        for (int i = 0; i < SIZE; i++) {
            vector.set(i, random.nextGaussian());
        }
        return vector;
    }

    private static double round(ElementType type, double value) {
        return type == ElementType.FLOAT64 ? value : (float) value;
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("candidates, diagonal and quotient are rounded to the element type, each once, over several blocks and steps")
    void roundsEachOnce(ElementType type) {
        DiagonalPreconditioner preconditioner = new DiagonalPreconditioner(named(List.of("v", "w"), block -> {
            for (int i = 0; i < block.count(); i++) {
                block.statistic(0)[i] = block.statistic(0)[i] / 3 + Math.abs(block.gradient()[i]);
                block.statistic(1)[i] += block.direction()[i] * block.rate() / block.k();
                block.diagonal()[i] = 0.1 + block.statistic(0)[i];
            }
        }), SIZE, type);
        SplittableRandom random = new SplittableRandom(1);
        double[] v = new double[SIZE];
        double[] w = new double[SIZE];
        for (int k = 1; k <= 3; k++) {
            FlatVector g = random(type, random);
            FlatVector d = random(type, random);
            FlatVector u = random(type, random);
            preconditioner.observe(k, 0.3, g, d);
            double[] inverse = preconditioner.applyInverse(u, u.zerosLike()).toArray();
            for (int i = 0; i < SIZE; i++) {
                double formed = v[i] / 3 + Math.abs(g.get(i));
                v[i] = round(type, formed);
                w[i] = round(type, w[i] + d.get(i) * 0.3 / k);
                double diagonal = round(type, 0.1 + formed);
                assertEquals(
                        type == ElementType.FLOAT64 ? u.get(i) / diagonal : (float) u.get(i) / (float) diagonal,
                        inverse[i]);
            }
            preconditioner.accept();
            assertArrayEquals(v, preconditioner.state().vector("v", type, SIZE).toArray());
            assertArrayEquals(w, preconditioner.state().vector("w", type, SIZE).toArray());
        }
    }

    @Test
    @DisplayName("blocks lie one after the other and are full but for the last")
    void blocks() {
        List<Integer> counts = new ArrayList<>();
        DiagonalPreconditioner preconditioner = new DiagonalPreconditioner(block -> {
            counts.add(block.count());
            constant(1).form(block);
        }, SIZE, ElementType.FLOAT32);
        FlatVector zeros = FlatVector.zeros(ElementType.FLOAT32, SIZE);
        preconditioner.observe(1, 1, zeros, zeros);
        assertEquals(List.of(MetricBlock.LENGTH, MetricBlock.LENGTH, 7), counts);
    }

    @Test
    @DisplayName("a diagonal that is not positive and finite in the element type is refused")
    void refusesDiagonals() {
        for (double wrong : new double[]{0, -0.0, -1, Double.NaN, Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY}) {
            for (ElementType type : ElementType.values()) {
                assertThrows(NonFiniteStepException.class, () -> observe(constant(wrong), type));
            }
        }
        for (double beyondFloats : new double[]{1e-50, 1e50}) {
            observe(constant(beyondFloats), ElementType.FLOAT64);
            assertThrows(NonFiniteStepException.class, () -> observe(constant(beyondFloats), ElementType.FLOAT32));
        }
    }

    @Test
    @DisplayName("a statistic that is not finite in the element type is refused; a negative one is not")
    void refusesStatistics() {
        DiagonalMetric large = block -> {
            constant(1).form(block);
            block.statistic(0)[block.count() - 1] = 1e300;
        };
        observe(large, ElementType.FLOAT64);
        NonFiniteStepException refused = assertThrows(NonFiniteStepException.class,
                () -> observe(large, ElementType.FLOAT32));
        assertEquals("statistic of the metric", refused.quantity());
        assertEquals(Double.POSITIVE_INFINITY, refused.value());
        observe(block -> {
            constant(1).form(block);
            block.statistic(0)[0] = -1;
        }, ElementType.FLOAT32);
    }

    private static void observe(DiagonalMetric metric, ElementType type) {
        FlatVector zeros = FlatVector.zeros(type, 3);
        new DiagonalPreconditioner(metric, 3, type).observe(1, 1, zeros, zeros);
    }

    @Test
    @DisplayName("statistics need different names; there may be none")
    void names() {
        assertThrows(IllegalArgumentException.class,
                () -> new DiagonalPreconditioner(named(List.of("v", "v"), constant(1)), 3, ElementType.FLOAT64));
        observe(named(List.of(), constant(2)), ElementType.FLOAT64);
    }
}
