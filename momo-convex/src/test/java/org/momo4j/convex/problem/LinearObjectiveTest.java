package org.momo4j.convex.problem;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.momo4j.api.objective.Batch;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.convex.data.Dataset;
import org.momo4j.convex.generator.Synthetic;

class LinearObjectiveTest {
    private static final int D = 10;

    static Stream<ScalarLoss> losses() {
        return Stream.of(new SquaredLoss(), new AbsoluteLoss(), new LogisticLoss(), new HingeLoss(),
                new SquaredHingeLoss(), new HalfSpaceLoss());
    }

    private static LinearObjective objective(ScalarLoss loss, double sparsity) {
        Dataset data = new Synthetic(40, D, 10, 0, sparsity, 2).classification(0).data();
        return new LinearObjective(data, loss, 0.1, 2, Optional::empty);
    }

    private static FlatVector point(long seed, double scale) {
        Random random = new Random(seed);
        return FlatVector.of(random.doubles(D, -scale, scale).toArray());
    }

    @ParameterizedTest
    @MethodSource("losses")
    void gradientsAgreeWithCentralDifferences(ScalarLoss loss) {
        for (double sparsity : new double[]{1, 0.3}) {
            LinearObjective f = objective(loss, sparsity);
            Batch batch = Batch.of(3, 17, 3, 29);
            FlatVector x = point(1, 2);
            FlatVector g = x.zerosLike();
            FlatVector ignored = x.zerosLike();
            f.lossAndGradient(x, batch, g);
            double h = 1e-6;
            for (int j = 0; j < D; j++) {
                double at = x.get(j);
                x.set(j, at + h);
                double above = f.lossAndGradient(x, batch, ignored);
                x.set(j, at - h);
                double below = f.lossAndGradient(x, batch, ignored);
                x.set(j, at);
                assertEquals((above - below) / (2 * h), g.get(j), 1e-7);
            }
        }
    }

    @Property(tries = 200)
    void everyGradientIsASubgradient(@ForAll long seed) {
        losses().forEach(loss -> {
            LinearObjective f = objective(loss, 1);
            FlatVector x = point(seed, 3);
            FlatVector y = point(~seed, 3);
            FlatVector g = x.zerosLike();
            Batch batch = Batch.of((int) Math.floorMod(seed, 40L), 5);
            double at = f.lossAndGradient(x, batch, g);
            double below = at;
            for (int j = 0; j < D; j++) {
                below += g.get(j) * (y.get(j) - x.get(j));
            }
            assertTrue(f.lossAndGradient(y, batch, x.zerosLike()) >= below - 1e-12 * (1 + Math.abs(below)));
        });
    }

    @ParameterizedTest
    @MethodSource("losses")
    void aBatchIsTheMeanOfItsExamples(ScalarLoss loss) {
        LinearObjective f = objective(loss, 1);
        FlatVector x = point(4, 1);
        double[] mean = new double[D];
        double sum = 0;
        FlatVector g = x.zerosLike();
        for (int s = 0; s < f.samples(); s++) {
            sum += f.lossAndGradient(x, Batch.of(s), g);
            for (int j = 0; j < D; j++) {
                mean[j] += g.get(j) / f.samples();
            }
        }
        assertEquals(sum / f.samples(), f.lossAndGradient(x, Batch.all(f.samples()), g), 1e-13);
        assertArrayEquals(mean, g.toArray(), 1e-13);
        assertEquals(sum / f.samples(), f.evaluate(x).loss(), 1e-13);
    }

    @ParameterizedTest
    @MethodSource("losses")
    void float32ParametersAreComputedInDouble(ScalarLoss loss) {
        LinearObjective f = objective(loss, 1);
        FlatVector single = FlatVector.of(ElementType.FLOAT32, point(5, 1).toArray());
        FlatVector wide = FlatVector.of(single.toArray());
        FlatVector singleGradient = single.zerosLike();
        FlatVector wideGradient = wide.zerosLike();
        assertEquals(f.lossAndGradient(wide, Batch.of(1, 2), wideGradient),
                f.lossAndGradient(single, Batch.of(1, 2), singleGradient));
        for (int j = 0; j < D; j++) {
            assertEquals((float) wideGradient.get(j), (float) singleGradient.get(j));
        }
    }

    @Test
    void startsAtZeroAndReportsAccuracy() {
        LinearObjective f = new LinearObjective(new Synthetic(40, D, 10, 0, 1, 2).classification(0.1).data(),
                new HingeLoss());
        FlatVector x = point(1, 1);
        f.start(7, x);
        assertArrayEquals(new double[D], x.toArray());
        FlatVector solution = FlatVector.of(new Synthetic(40, D, 10, 0, 1, 2).classification(0.1).solution()
                .orElseThrow());
        assertEquals(1, f.evaluate(solution).metrics().get("accuracy"));
        assertEquals(0, f.evaluate(solution).loss());
    }

    @Test
    void wrongUseIsRefused() {
        LinearObjective f = objective(new SquaredLoss(), 1);
        FlatVector x = point(1, 1);
        assertThrows(IllegalArgumentException.class, () -> f.lossAndGradient(x, Batch.unknown(), x.zerosLike()));
        assertThrows(IllegalArgumentException.class, () -> f.lossAndGradient(FlatVector.of(1, 2), Batch.of(0), x));
        assertThrows(IllegalArgumentException.class, () -> f.lossAndGradient(x, Batch.of(0), FlatVector.of(1, 2)));
        assertThrows(IndexOutOfBoundsException.class, () -> f.lossAndGradient(x, Batch.of(40), x.zerosLike()));
        assertThrows(IllegalArgumentException.class,
                () -> new LinearObjective(f.data(), new SquaredLoss(), -1, 0, Optional::empty));
    }

    @Test
    void theHotPathAllocatesNothing() {
        LinearObjective f = objective(new LogisticLoss(), 1);
        MaxCoordinate max = MaxCoordinate.powerLaw(3000, 0.6);
        FlatVector x = point(1, 1);
        FlatVector g = x.zerosLike();
        FlatVector y = FlatVector.zeros(ElementType.FLOAT32, 3000);
        FlatVector h = y.zerosLike();
        Batch batch = Batch.of(1, 2, 3, 4);
        Batch one = Batch.of(0);
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 20; round++) { // the first rounds are interpreted
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 2000; i++) {
                f.lossAndGradient(x, batch, g);
                max.lossAndGradient(y, one, h);
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertTrue(least < 2000, least + " bytes in 2000 calls");
    }
}
