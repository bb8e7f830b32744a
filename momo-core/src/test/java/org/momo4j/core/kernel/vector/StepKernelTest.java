package org.momo4j.core.kernel.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.momo4j.api.step.NonFiniteStepException;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.core.kernel.EuclideanKernel;
import org.momo4j.core.kernel.AdamKernel;
import org.momo4j.core.kernel.InnerProducts;
import org.momo4j.core.kernel.choice.Kernels;

/** All kernels against exact sums, against plain loops, and against what lies beside their range. */
class StepKernelTest {
    private static final int BLOCK = Lanes.BLOCK;

    static Stream<Arguments> kinds() {
        return Stream.of(StepKernel.values())
                .flatMap(kernel -> Stream.of(ElementType.values()).map(type -> Arguments.of(kernel, type)));
    }

    /** Short ranges of every length; up to four blocks, every length that a vector and a block can leave a rest of. */
    private static IntStream lengths() {
        IntStream aroundBlocks = IntStream.rangeClosed(1, 4)
                .flatMap(k -> IntStream.range(k * BLOCK - 18, k * BLOCK + 18));
        return IntStream.concat(IntStream.range(0, 70), aroundBlocks);
    }

    private static double[] sums(StepKernel kernel, boolean fast, StepVectors on, int from, int to) {
        InnerProducts sums = new InnerProducts();
        kernel.sums(fast, on, from, to, sums);
        return new double[]{sums.gradientDotParams(), sums.directionDotParams(), sums.absoluteDirectionDotParams(),
                sums.directionNormSquared()};
    }

    @Test
    @DisplayName("the tests run with the vector module, so that they see the vector kernels")
    void vectorModuleIsPresent() {
        assertEquals(Kernels.VECTOR, Kernels.chosen());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("sums within 2^-50 of exact arithmetic, relative to the sum of absolute terms; nothing is written")
    void sumsAreExact(StepKernel kernel, ElementType type) {
        for (int length = 0; length < 40; length++) {
            for (int from : new int[]{0, 1, 3}) {
                StepVectors v = StepVectors.spread(type, from + length + 2, 11);
                StepVectors twin = v.copy();
                ExactSums exact = new ExactSums(kernel, v, from, from + length);
                for (boolean fast : new boolean[]{false, true}) {
                    InnerProducts sums = new InnerProducts();
                    kernel.sums(fast, v, from, from + length, sums);
                    exact.assertClose(0x1p-50, sums);
                    v.assertSameBits(twin);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("large cancellation and denormals, many blocks: sums within 1e-12 of exact arithmetic")
    void adversarialSums(StepKernel kernel, ElementType type) {
        int n = 100_003;
        double tiny = type == ElementType.FLOAT64 ? Double.MIN_VALUE : Float.MIN_VALUE;
        SplittableRandom random = new SplittableRandom(4);
        StepVectors v = StepVectors.of(type, n, () -> switch (random.nextInt(4)) {
            case 0 -> tiny * random.nextInt(100);
            case 1 -> random.nextGaussian() * 1e9;
            default -> random.nextGaussian();
        });
        // each half cancels the other to all digits but the last
        for (int i = 0; i < n / 2; i++) {
            int mirror = n - 1 - i;
            v.g().set(mirror, v.g().get(i));
            v.d().set(mirror, v.d().get(i));
            v.x().set(mirror, -v.x().get(i) * (1 + 1e-7 * random.nextDouble()));
        }
        ExactSums exact = new ExactSums(kernel, v, 1, n);
        for (boolean fast : new boolean[]{false, true}) {
            InnerProducts sums = new InnerProducts();
            kernel.sums(fast, v, 1, n, sums);
            exact.assertClose(1e-12, sums);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("vector kernels and plain loops write the same bits, and touch nothing beside the range")
    void writesTheSameBits(StepKernel kernel, ElementType type) {
        StepVectors before = StepVectors.spread(type, 4 * BLOCK + 30, 5);
        lengths().forEach(length -> {
            int from = 1 + length % 5;
            int to = from + length;
            StepVectors plain = before.copy();
            StepVectors fast = before.copy();
            kernel.write(false, plain, from, to);
            kernel.write(true, fast, from, to);
            fast.assertSameBits(plain);
            for (int v = 0; v < 4; v++) {
                FlatVector untouched = before.all().get(v);
                FlatVector written = fast.all().get(v);
                for (int i = 0; i < from; i++) {
                    assertEquals(untouched.get(i), written.get(i));
                }
                for (int i = to; i < untouched.size(); i++) {
                    assertEquals(untouched.get(i), written.get(i));
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("vector kernels and plain loops form the same sums, at every length and offset")
    void formsTheSameSums(StepKernel kernel, ElementType type) {
        StepVectors on = StepVectors.spread(type, 4 * BLOCK + 30, 6);
        lengths().forEach(length -> {
            int from = length % 7;
            double[] plain = sums(kernel, false, on, from, from + length);
            double[] fast = sums(kernel, true, on, from, from + length);
            for (int i = 0; i < 4; i++) {
                double scale = i == 0 ? Math.abs(plain[0]) + plain[2] * 1e3 : i == 1 ? plain[2] : plain[i];
                assertEquals(plain[i], fast[i], 1e-13 * scale, "length " + length);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("the same bits every time, compiled or not")
    void reproducible(StepKernel kernel, ElementType type) {
        StepVectors on = StepVectors.spread(type, 1003, 2);
        double[] first = sums(kernel, true, on, 0, 1003);
        for (int i = 0; i < 20_000; i++) {
            double[] again = sums(kernel, true, on, 0, 1003);
            for (int j = 0; j < 4; j++) {
                assertEquals(first[j], again[j]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("one NaN or infinity anywhere in g, d or x shows in the sums, in v where it is read, or is refused")
    void nonFiniteShows(StepKernel kernel, ElementType type) {
        StepVectors sound = StepVectors.spread(type, 67, 3);
        for (double bad : new double[]{Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            for (int vector = 0; vector < 4; vector++) {
                // an infinite v makes Adam stand still
                boolean used = vector != 2 || kernel == StepKernel.LINEAR || kernel == StepKernel.DIAGONAL
                        || kernel == StepKernel.ADAM && Double.isNaN(bad);
                for (int i = 0; used && i < 67; i++) {
                    StepVectors v = sound.copy();
                    v.all().get(vector).set(i, bad);
                    assertFalse(finite(kernel, v), bad + " at " + i + " of vector " + vector);
                }
            }
        }
    }

    private static boolean finite(StepKernel kernel, StepVectors v) {
        try {
            double[] sums = sums(kernel, true, v, 0, 67);
            return Double.isFinite(sums[0]) && Double.isFinite(sums[1]) && Double.isFinite(sums[3]);
        } catch (NonFiniteStepException refused) {
            return false;
        }
    }
}
