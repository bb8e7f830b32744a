package org.momo4j.core.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;

/** Both kernels against exact sums, against each other, and against what lies beside their range. */
class EuclideanKernelTest {
    private static final double A = 0.9;
    private static final double B = 0.1;

    static Stream<Arguments> ranges() {
        return Stream.of(ElementType.values()).flatMap(type -> Stream.iterate(0, n -> n + 1).limit(40)
                .flatMap(length -> Stream.of(0, 1, 3).map(from -> Arguments.of(type, from, length))));
    }

    @Test
    @DisplayName("the tests run with the vector module, so that they see the vector kernel")
    void vectorModuleIsPresent() {
        assertTrue(EuclideanKernel.best() instanceof VectorEuclideanKernel);
    }

    @ParameterizedTest
    @MethodSource("ranges")
    @DisplayName("sums within 2^-50 of exact arithmetic, relative to the sum of absolute terms; nothing is written")
    void sumsAreExact(ElementType type, int from, int length) {
        for (EuclideanKernel kernel : new EuclideanKernel[]{new PlainEuclideanKernel(), EuclideanKernel.best()}) {
            Vectors v = new Vectors(type, from + length + 2, 11);
            Vectors twin = new Vectors(type, from + length + 2, 11);
            EuclideanSums sums = new EuclideanSums();
            kernel.sums(A, v.d, B, v.g, v.x, from, from + length, sums);
            BigDecimal gx = BigDecimal.ZERO;
            BigDecimal dx = BigDecimal.ZERO;
            BigDecimal dd = BigDecimal.ZERO;
            BigDecimal absoluteGx = BigDecimal.ZERO;
            BigDecimal absoluteDx = BigDecimal.ZERO;
            for (long i = from; i < from + length; i++) {
                double next = A * v.d.get(i) + B * v.g.get(i);
                BigDecimal d = new BigDecimal(type == ElementType.FLOAT32 ? (float) next : next);
                BigDecimal g = new BigDecimal(v.g.get(i));
                BigDecimal x = new BigDecimal(v.x.get(i));
                gx = gx.add(g.multiply(x));
                dx = dx.add(d.multiply(x));
                dd = dd.add(d.multiply(d));
                absoluteGx = absoluteGx.add(g.multiply(x).abs());
                absoluteDx = absoluteDx.add(d.multiply(x).abs());
            }
            assertClose(gx, absoluteGx, sums.gradientDotParams());
            assertClose(dx, absoluteDx, sums.directionDotParams());
            assertClose(absoluteDx, absoluteDx, sums.absoluteDirectionDotParams());
            assertClose(dd, dd, sums.directionNormSquared());
            v.assertEqualTo(twin);
        }
    }

    @ParameterizedTest
    @MethodSource("ranges")
    @DisplayName("writing: vector kernel and plain loops give the same bits, and touch nothing beside the range")
    void writesTheSameBits(ElementType type, int from, int length) {
        Vectors plain = new Vectors(type, from + length + 2, 5);
        Vectors fast = new Vectors(type, from + length + 2, 5);
        Vectors untouched = new Vectors(type, from + length + 2, 5);
        new PlainEuclideanKernel().write(A, plain.d, B, plain.g, plain.x, 0.99, 0.3, 1.01, from, from + length);
        EuclideanKernel.best().write(A, fast.d, B, fast.g, fast.x, 0.99, 0.3, 1.01, from, from + length);
        plain.assertEqualTo(fast);
        for (long i = 0; i < from + length + 2; i++) {
            if (i < from || i >= from + length) {
                assertEquals(untouched.x.get(i), fast.x.get(i));
                assertEquals(untouched.d.get(i), fast.d.get(i));
            }
        }
    }

    @Test
    @DisplayName("the same bits every time, compiled or not")
    void reproducible() {
        Vectors v = new Vectors(ElementType.FLOAT64, 1003, 2);
        EuclideanSums first = new EuclideanSums();
        EuclideanKernel.best().sums(A, v.d, B, v.g, v.x, 0, 1003, first);
        EuclideanSums again = new EuclideanSums();
        for (int i = 0; i < 20_000; i++) {
            EuclideanKernel.best().sums(A, v.d, B, v.g, v.x, 0, 1003, again);
            assertEquals(first.directionDotParams(), again.directionDotParams());
            assertEquals(first.gradientDotParams(), again.gradientDotParams());
            assertEquals(first.directionNormSquared(), again.directionNormSquared());
        }
    }

    @Test
    @DisplayName("one NaN or infinity anywhere shows in the sums")
    void nonFiniteShows() {
        for (ElementType type : ElementType.values()) {
            for (double bad : new double[]{Double.NaN, Double.POSITIVE_INFINITY}) {
                for (int i = 0; i < 19; i++) {
                    Vectors v = new Vectors(type, 19, 3);
                    v.g.set(i, bad);
                    EuclideanSums sums = new EuclideanSums();
                    EuclideanKernel.best().sums(A, v.d, B, v.g, v.x, 0, 19, sums);
                    assertTrue(!Double.isFinite(sums.gradientDotParams()), "position " + i);
                }
            }
        }
    }

    private static void assertClose(BigDecimal exact, BigDecimal absolute, double sum) {
        double error = exact.subtract(new BigDecimal(sum)).abs().doubleValue();
        assertTrue(error <= 0x1p-50 * absolute.doubleValue(), sum + " is off by " + error);
    }

    /** Three vectors with entries over many magnitudes. */
    private static final class Vectors {
        final FlatVector d;
        final FlatVector g;
        final FlatVector x;

        Vectors(ElementType type, int n, long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            d = vector(type, n, random);
            g = vector(type, n, random);
            x = vector(type, n, random);
        }

        private static FlatVector vector(ElementType type, int n, SplittableRandom random) {
            FlatVector vector = FlatVector.zeros(type, n);
            for (int i = 0; i < n; i++) {
                vector.set(i, random.nextGaussian() * Math.pow(10, random.nextDouble(-6, 6)));
            }
            return vector;
        }

        void assertEqualTo(Vectors other) {
            for (FlatVector[] pair : Arrays.asList(new FlatVector[]{d, other.d}, new FlatVector[]{g, other.g},
                    new FlatVector[]{x, other.x})) {
                assertArrayEquals(pair[0].toArray(), pair[1].toArray(), 0);
            }
        }
    }
}
