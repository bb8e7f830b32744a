package org.momo4j.nn.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class NormalisationTest {
    @Test
    void aPixelIsScaledCentredAndDivided() {
        // (51 / 255 - 0.2860) / 0.3530 and (255 / 255 - 0.4465) / 0.2616, by hand
        assertEquals(-0.24362606f, Normalisation.FASHION_MNIST.of(0, 51));
        assertEquals(2.1158257f, Normalisation.CIFAR10.of(2, 255));
        assertEquals(0.3125f, Normalisation.DIGITS.of(0, 5));
    }

    @Test
    void theTableSaysTheSame() {
        float[] table = Normalisation.CIFAR100.ofBytes(1);
        assertEquals(256, table.length);
        for (int value = 0; value < 256; value++) {
            assertEquals(Normalisation.CIFAR100.of(1, value), table[value]);
        }
    }

    @Test
    void figuresThatMakeNoSenseAreRefused() {
        assertEquals("deviation of a channel is 0.0; it must be positive and finite", refused(255, List.of(0.0), 0.0));
        assertEquals("deviation of a channel is NaN; it must be positive and finite",
                refused(255, List.of(0.0), Double.NaN));
        assertEquals("mean of a channel is Infinity; it must be finite",
                refused(255, List.of(Double.POSITIVE_INFINITY), 1.0));
        assertEquals("largest value of a pixel is 0; it must be at least 1", refused(0, List.of(0.0), 1.0));
        assertEquals("a normalisation has 2 means and 1 deviations; it needs one of each for every channel",
                refused(255, List.of(0.0, 0.0), 1.0));
    }

    private static String refused(int largest, List<Double> means, double deviation) {
        return assertThrows(IllegalArgumentException.class,
                () -> new Normalisation(largest, means, List.of(deviation))).getMessage();
    }
}
