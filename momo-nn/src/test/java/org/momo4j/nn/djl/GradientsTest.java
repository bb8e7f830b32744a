package org.momo4j.nn.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.norm.LayerNorm;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.nn.network.Assessment;
import org.momo4j.nn.network.Minibatch;
import org.momo4j.nn.network.RandomStreams;

/** The gradient is that of the loss, and both are means. */
class GradientsTest {
    @BeforeAll
    static void natives() {
        Natives.require();
    }

    private static Arguments net(String name, Supplier<Block> block, int classes, Long... shape) {
        return Arguments.of(name, block, List.of(shape), classes);
    }

    private static Arguments named(Architecture architecture, int classes, Long... shape) {
        return net(architecture.title(), () -> architecture.block(List.of(shape), classes), classes, shape);
    }

    static List<Arguments> nets() {
        return List.of(net("small", Started::small, 3, 5L), net("batch normalisation", Started::normalised, 3, 5L),
                net("layer normalisation", GradientsTest::layerNormalised, 3, 5L), named(Architecture.MLP, 10, 28L),
                net("dropout", Started::dropping, 3, 5L), named(Architecture.CONVNET, 4, 1L, 8L, 8L),
                named(Architecture.RESNET_20, 4, 1L, 8L, 8L), named(Architecture.RESNET_20, 4, 3L, 12L, 8L));
    }

    private static Block layerNormalised() {
        return new SequentialBlock().add(Started.linear(4)).add(LayerNorm.builder().build())
                .add(LambdaBlock.singleton(Activation::tanh)).add(Started.linear(3));
    }

    /**
     * Along the gradient itself, and along random directions of length 1. ResNet-20 has kinks within 1e-6 of its starting point, so the step
     * is smaller, and rounding of 1e-16 in the loss leaves 1e-8 of it.
     */
    @ParameterizedTest(name = "{0}, {2}")
    @MethodSource("nets")
    void differencesInFloat64(String name, Supplier<Block> block, List<Long> shape, int classes) {
        try (Started net = Started.of(block.get(), ElementType.FLOAT64, shape, classes)) {
            for (int size : new int[]{2, 7, 32}) {
                Minibatch batch = new Blobs(40, shape, classes).minibatch(ElementType.FLOAT64, 3, size);
                assertDifferences(net, batch, 1e-8, 1e-8);
            }
        }
    }

    /** Differences in float32 would say little between kinks, so the gradient is held against that in float64. */
    @ParameterizedTest(name = "{0}, {2}")
    @MethodSource("nets")
    void float32IsFloat64Rounded(String name, Supplier<Block> block, List<Long> shape, int classes) {
        try (Started net = Started.of(block.get(), ElementType.FLOAT32, shape, classes)) {
            Minibatch batch = new Blobs(40, shape, classes).minibatch(ElementType.FLOAT32, 3, 32);
            FlatVector single = net.gradient();
            net.network().lossAndGradient(batch, 9, single);
            try (Started precise = Started.of(block.get(), ElementType.FLOAT64, shape, classes)) {
                precise.params().copyFrom(net.params().toArray());
                precise.network().lossAndGradient(new Blobs(40, shape, classes).minibatch(ElementType.FLOAT64, 3, 32),
                        9, precise.gradient());
                double scale = norm(precise.gradient());
                for (long i = 0; i < single.size(); i++) {
                    assertEquals(precise.gradient().get(i), single.get(i), 2e-5 * scale, "element " + i);
                }
            }
        }
    }

    private static void assertDifferences(Started net, Minibatch batch, double h, double tolerance) {
        FlatVector point = net.params().copy();
        double loss = net.network().lossAndGradient(batch, 9, net.gradient());
        FlatVector gradient = net.gradient().copy();
        double norm = norm(gradient);
        RandomGenerator random = RandomStreams.of(5, "direction", batch.size());
        for (int d = 0; d < 4; d++) {
            FlatVector direction = gradient.zerosLike();
            for (long i = 0; i < direction.size(); i++) {
                direction.set(i, d == 0 ? gradient.get(i) : random.nextGaussian());
            }
            double length = norm(direction);
            double slope = 0;
            for (long i = 0; i < direction.size(); i++) {
                slope += gradient.get(i) * direction.get(i) / length;
            }
            double quotient = (lossAt(net, point, direction, h / length, batch)
                    - lossAt(net, point, direction, -h / length, batch)) / (2 * h);
            assertEquals(quotient, slope, tolerance * (norm + Math.abs(loss)), "direction " + d + " at "
                    + batch.size());
        }
        net.params().copyFrom(point);
    }

    private static double lossAt(Started net, FlatVector point, FlatVector direction, double by, Minibatch batch) {
        for (long i = 0; i < point.size(); i++) {
            net.params().set(i, point.get(i) + by * direction.get(i));
        }
        return net.network().lossAndGradient(batch, 9, net.gradient());
    }

    private static double norm(FlatVector vector) {
        double sum = 0;
        for (long i = 0; i < vector.size(); i++) {
            sum += vector.get(i) * vector.get(i);
        }
        return Math.sqrt(sum);
    }

    @ParameterizedTest
    @EnumSource(ElementType.class)
    void aBatchIsTheMeanOfItsExamples(ElementType type) {
        double tolerance = type == ElementType.FLOAT64 ? 1e-13 : 1e-5;
        Blobs blobs = new Blobs(40, List.of(1L, 8L, 8L), 3);
        try (Started net = Started.at(Architecture.CONVNET.network(type, blobs.shape(), 3), 1)) {
            for (int size : new int[]{1, 7, 32}) {
                double loss = net.network().lossAndGradient(blobs.minibatch(type, 0, size), 0, net.gradient());
                double[] gradient = net.gradient().toArray();
                double[] mean = new double[gradient.length];
                double meanLoss = 0;
                for (int i = 0; i < size; i++) {
                    meanLoss += net.network().lossAndGradient(blobs.minibatch(type, i, 1), 0, net.gradient()) / size;
                    for (int j = 0; j < mean.length; j++) {
                        mean[j] += net.gradient().get(j) / size;
                    }
                }
                assertEquals(meanLoss, loss, tolerance * meanLoss, "loss at " + size);
                for (int j = 0; j < mean.length; j++) {
                    assertEquals(mean[j], gradient[j], tolerance, "gradient " + j + " at " + size);
                }
                Assessment assessed = net.network().assess(blobs.minibatch(type, 0, size));
                assertEquals(loss, assessed.lossSum() / size, tolerance * loss, "assessed at " + size);
            }
        }
    }

    @Test
    void gradientsDoNotPileUp() {
        Minibatch batch = new Blobs(40, Started.FIVE, 3).minibatch(ElementType.FLOAT64, 0, 8);
        try (Started net = Started.of(Started.small(), ElementType.FLOAT64, Started.FIVE, 3)) {
            net.network().lossAndGradient(batch, 0, net.gradient());
            double[] first = net.gradient().toArray();
            net.gradient().fill(Double.NaN);
            net.network().lossAndGradient(batch, 0, net.gradient());
            org.junit.jupiter.api.Assertions.assertArrayEquals(first, net.gradient().toArray());
        }
    }

    @Test
    void afterAGradientThatIsNotFiniteTheNextOneIs() {
        Minibatch batch = new Blobs(40, Started.FIVE, 3).minibatch(ElementType.FLOAT64, 0, 8);
        try (Started net = Started.of(Started.small(), ElementType.FLOAT64, Started.FIVE, 3)) {
            net.network().lossAndGradient(batch, 0, net.gradient());
            double[] first = net.gradient().toArray();
            double kept = net.params().get(0);
            net.params().set(0, Double.NaN);
            assertTrue(Double.isNaN(net.network().lossAndGradient(batch, 0, net.gradient())));
            assertTrue(Double.isNaN(net.gradient().get(0)));
            net.params().set(0, kept);
            net.network().lossAndGradient(batch, 0, net.gradient());
            org.junit.jupiter.api.Assertions.assertArrayEquals(first, net.gradient().toArray());
        }
    }

    @Test
    void theLowestClassWinsADrawAndNothingWinsAgainstNaN() {
        Blobs blobs = new Blobs(40, Started.FIVE, 3);
        Minibatch batch = blobs.minibatch(ElementType.FLOAT64, 0, 40);
        long zeros = java.util.Arrays.stream(batch.labels()).filter(label -> label == 0).count();
        assertTrue(zeros > 0 && zeros < 40, "labels are of no use here");
        try (Started net = Started.of(Started.small(), ElementType.FLOAT64, Started.FIVE, 3)) {
            net.params().fill(0);
            assertEquals(new Assessment(40 * Math.log(3), (int) zeros).correct(),
                    net.network().assess(batch).correct());
            assertEquals(40 * Math.log(3), net.network().assess(batch).lossSum(), 1e-12);
            net.params().fill(Double.NaN);
            assertEquals(0, net.network().assess(batch).correct());
            assertTrue(Double.isNaN(net.network().assess(batch).lossSum()));
        }
    }
}
