package org.momo4j.nn.data.catalogue;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.momo4j.nn.data.Examples;
import org.momo4j.nn.data.NamedData;
import org.momo4j.nn.data.Normalisation;
import org.momo4j.nn.data.format.DataFile;
import org.momo4j.nn.data.format.IdxReader;

/**
 * The real files, where they are: in a usual place, or under {@code -Dmomo.data-dir=DIR}. Constants were found by Python in
 * the bytes behind the headers: {@code collections.Counter(gzip.open(file).read()[16:])}.
 */
class FashionMnistTest {
    private static DataPlaces require() {
        DataPlaces places = DataPlaces.standard(Optional.ofNullable(System.getProperty("momo.data-dir")).map(Path::of));
        String missing = "";
        try {
            places.find(Wanted.FASHION_MNIST);
        } catch (IllegalArgumentException e) {
            missing = "the real Fashion-MNIST is not read: " + e.getMessage();
        }
        if (System.getenv("MOMO_REQUIRE_ALL") != null) {
            assertTrue(missing.isEmpty(), missing + ", and MOMO_REQUIRE_ALL forbids to skip");
        }
        assumeTrue(missing.isEmpty(), missing);
        return places;
    }

    private static int[] perClass(Examples examples) {
        int[] counts = new int[10];
        for (int i = 0; i < examples.count(); i++) {
            counts[examples.label(i)]++;
        }
        return counts;
    }

    private static int[] tenTimes(int count) {
        int[] counts = new int[10];
        Arrays.fill(counts, count);
        return counts;
    }

    @Test
    void everyImageIsThereAndNormalised() {
        NamedData data = new DataSets(require()).load("fashion-mnist");
        assertEquals("fashion-mnist, training (60000 images of 1 x 28 x 28, 10 classes)", data.training().toString());
        assertEquals("fashion-mnist, validation (10000 images of 1 x 28 x 28, 10 classes)",
                data.validation().toString());
        assertArrayEquals(tenTimes(6000), perClass(data.training()));
        assertArrayEquals(tenTimes(1000), perClass(data.validation()));
        assertEquals(4, data.digests().size());
        double[] sums = sums(data.training().features());
        long n = 60_000L * 784;
        // (0.28604 - 0.2860) / 0.3530, and 0.35302 / 0.3530
        assertEquals(1.15e-4, sums[0] / n, 1e-6);
        assertEquals(1.00007, Math.sqrt(sums[1] / n), 1e-5);
    }

    @Test
    void meanAndDeviationOfTheTrainingPixelsAreThoseOfTheNormalisation() {
        List<Path> files = require().find(Wanted.FASHION_MNIST);
        // x / 1: sums of whole numbers, exact in double
        Examples raw = new IdxReader(10, Normalisation.scaling(1, 1)).read("raw", DataFile.of(files.get(0)),
                DataFile.of(files.get(1)));
        double[] sums = sums(raw.features());
        assertEquals(3431114169.0, sums[0]);
        assertEquals(631470052347.0, sums[1]);
        double n = 60_000.0 * 784;
        double mean = sums[0] / n / 255;
        assertEquals(0.2860, mean, 0.00005);
        assertEquals(0.3530, Math.sqrt(sums[1] / n / (255 * 255) - mean * mean), 0.00005);
    }

    /** Of the values, and of their squares. */
    private static double[] sums(MemorySegment features) {
        double sum = 0;
        double squares = 0;
        for (long i = 0; i < features.byteSize() / Float.BYTES; i++) {
            double value = features.getAtIndex(ValueLayout.JAVA_FLOAT, i);
            sum += value;
            squares += value * value;
        }
        return new double[]{sum, squares};
    }
}
