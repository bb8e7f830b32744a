package org.momo4j.core.pass;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.momo4j.api.provider.OptimizerProvider;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.step.NonFiniteStepException;
import org.momo4j.api.step.Optimizer;
import org.momo4j.api.step.StepReport;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.ParameterGroup;
import org.momo4j.api.vector.ParameterLayout;
import org.momo4j.bounds.KnownBound;
import org.momo4j.core.baseline.Adam;
import org.momo4j.core.baseline.SgdM;
import org.momo4j.core.momo.MomoAdamMethod;
import org.momo4j.core.momo.MomoMethod;
import org.momo4j.core.momo.MomoProvider;

/** A step has the same bits with any number of threads. */
class ThreadsTest {
    private static final ParameterLayout LAYOUT = ParameterLayout.builder().tensor("w", 300_007)
            .tensor("b", ParameterGroup.withoutDecay("biases"), 5)
            .tensor("v", new ParameterGroup("slow", OptionalDouble.of(0.2), 0.5), 130_000).build();

    static Stream<Arguments> cases() {
        return Stream.of(new MomoProvider<>(new MomoMethod()), new MomoProvider<>(new MomoAdamMethod()),
                new SgdM.Provider(), new Adam.Provider())
                .flatMap(provider -> Stream.of(ElementType.values()).map(type -> Arguments.of(provider, type)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    @DisplayName("1, 2, 3 and 16 threads: the same parameters and reports, to the bit")
    <P> void sameBits(OptimizerProvider<P> provider, ElementType type) {
        SplittableRandom random = new SplittableRandom(1);
        FlatVector start = random(type, random);
        FlatVector[] gradients = {random(type, random), random(type, random), random(type, random)};
        FlatVector expected = start.copy();
        String[] reports = run(provider, type, 1, expected, gradients);
        for (int threads : new int[]{2, 3, 16}) {
            FlatVector params = start.copy();
            assertArrayEquals(reports, run(provider, type, threads, params, gradients));
            assertArrayEquals(expected.toArray(), params.toArray());
        }
    }

    private static <P> String[] run(OptimizerProvider<P> provider, ElementType type, int threads,
            FlatVector params, FlatVector[] gradients) {
        Optimizer optimizer = create(provider, type, threads);
        return Stream.of(gradients).map(g -> report(optimizer.step(params, g, 1))).toArray(String[]::new);
    }

    /** All that the sums go into. */
    private static String report(StepReport report) {
        return report.stepSize() + " " + report.adaptiveTerm() + " " + report.directionNorm() + " "
                + report.modelValue();
    }

    @ParameterizedTest
    @MethodSource("cases")
    @DisplayName("a NaN or infinity in any thread's part: the step is refused, and nothing has changed")
    <P> void refusesWhole(OptimizerProvider<P> provider, ElementType type) {
        SplittableRandom random = new SplittableRandom(2);
        FlatVector params = random(type, random);
        FlatVector gradient = random(type, random);
        Optimizer optimizer = create(provider, type, 2);
        optimizer.step(params, gradient, 1);
        double[] before = params.toArray();
        double[] direction = optimizer.state().child("passes").vector("direction", type, params.size()).toArray();
        for (double bad : new double[]{Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            for (long at : new long[]{0, 65_535, 65_536, 300_006, 300_009, params.size() - 1}) {
                double sound = gradient.get(at);
                gradient.set(at, bad);
                assertThrows(NonFiniteStepException.class, () -> optimizer.step(params, gradient, 1));
                gradient.set(at, sound);
            }
        }
        assertArrayEquals(before, params.toArray());
        assertArrayEquals(direction,
                optimizer.state().child("passes").vector("direction", type, params.size()).toArray());
    }

    @Test
    @DisplayName("what goes wrong in another thread reaches the caller, and the next pass is whole again")
    void failuresReachTheCaller() {
        Crew crew = new Crew(2, 100);
        for (int round = 0; round < 50; round++) {
            assertThrows(IllegalStateException.class, () -> crew.each(100, (member, piece) -> {
                Thread.onSpinWait();
                if (piece == 99) {
                    throw new IllegalStateException("piece " + piece);
                }
            }));
            int[] done = new int[100];
            crew.each(100, (member, piece) -> done[piece]++);
            for (int times : done) {
                assertEquals(1, times);
            }
        }
    }

    @Test
    @DisplayName("an exception of another thread's piece is the caller's as it was thrown, not a copy that is called otherwise")
    void failuresAreNotCopied() {
        Crew crew = new Crew(2, 2);
        for (int round = 0; round < 50; round++) {
            CountDownLatch both = new CountDownLatch(2);
            IllegalArgumentException thrown = assertThrows(IllegalArgumentException.class, () -> crew.each(2,
                    (member, piece) -> {
                        both.countDown();
                        await(both); // each piece has a thread of its own
                        if (member == 1) {
                            throw new IllegalArgumentException("one sentence");
                        }
                    }));
            assertEquals("one sentence", thrown.getMessage());
        }
    }

    @Test
    @DisplayName("a caller of another pool waits for nobody in the common pool")
    void otherPools() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        ForkJoinPool common = ForkJoinPool.commonPool();
        for (int i = 0; i < common.getParallelism(); i++) {
            common.execute(() -> await(done));
        }
        Crew crew = new Crew(3, 100);
        AtomicInteger pieces = new AtomicInteger();
        try (ForkJoinPool pool = new ForkJoinPool(1)) {
            pool.submit(() -> crew.each(100, (member, piece) -> pieces.incrementAndGet())).get(20, TimeUnit.SECONDS);
            assertEquals(100, pieces.get());
        } finally {
            done.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(60, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    @DisplayName("vectors confined to the caller's thread: the step is made whole, even if others are free in pass (b) only")
    <P> void confined(OptimizerProvider<P> provider, ElementType type) {
        FlatVector start = random(type, new SplittableRandom(3));
        FlatVector expected = start.copy();
        create(provider, type, 1).step(expected, start, 1);
        try (Arena arena = Arena.ofConfined()) {
            FlatVector params = FlatVector.over(arena.allocate(start.segment().byteSize(), 64), type);
            params.copyFrom(start);
            Optimizer optimizer = create(provider, type, 3);
            optimizer.step(params, start, 1);
            assertArrayEquals(expected.toArray(), params.toArray());
            for (int k = 0; k < 20; k++) {
                optimizer.step(params, start, 1);
            }
            FlatVector gradient = FlatVector.over(arena.allocate(start.segment().byteSize(), 64), type);
            gradient.copyFrom(start);
            FlatVector shared = start.copy();
            create(provider, type, 3).step(shared, gradient, 1);
            assertArrayEquals(expected.toArray(), shared.toArray());
        }
    }

    private static <P> Optimizer create(OptimizerProvider<P> provider, ElementType type, int threads) {
        return provider.create(provider.hyperParameters().defaults(),
                new Setting(LAYOUT, type, k -> 0.1, new KnownBound(0), new SplittableRandom(0), threads));
    }

    private static FlatVector random(ElementType type, SplittableRandom random) {
        FlatVector vector = FlatVector.zeros(type, LAYOUT.size());
        for (long i = 0; i < vector.size(); i++) {
            vector.set(i, random.nextGaussian());
        }
        return vector;
    }
}
