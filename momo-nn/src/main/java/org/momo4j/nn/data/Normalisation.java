package org.momo4j.nn.data;

import java.util.Collections;
import java.util.List;

/**
 * What a network sees of a pixel x of channel c: (x / largest − mean_c) / deviation_c, computed in double and rounded to
 * float32 once.
 *
 * @param largest    the largest value of a pixel; the smallest is 0
 * @param means      one for each channel, of pixels that were divided by {@code largest}
 * @param deviations one for each channel, positive
 */
public record Normalisation(int largest, List<Double> means, List<Double> deviations) {
    /** Grey images of bytes; the figures that MNIST's training images have. */
    public static final Normalisation MNIST = new Normalisation(255, List.of(0.1307), List.of(0.3081));
    /** The figures that Fashion-MNIST's training images have. */
    public static final Normalisation FASHION_MNIST = new Normalisation(255, List.of(0.2860), List.of(0.3530));
    /** The figures that CIFAR-10's training images have. */
    public static final Normalisation CIFAR10 = new Normalisation(255, List.of(0.4914, 0.4822, 0.4465),
            List.of(0.2470, 0.2435, 0.2616));
    /** The figures that CIFAR-100's training images have. */
    public static final Normalisation CIFAR100 = new Normalisation(255, List.of(0.5071, 0.4865, 0.4409),
            List.of(0.2673, 0.2564, 0.2762));
    /** x / 16 and nothing else: every value is a float32 exactly, and zero, the paper, stays zero. */
    public static final Normalisation DIGITS = scaling(16, 1);

    private static final int BYTE_VALUES = 256;

    /** Checks that there is one mean and one deviation for each channel. */
    public Normalisation {
        means = List.copyOf(means);
        deviations = List.copyOf(deviations);
        if (largest < 1) {
            throw new IllegalArgumentException("largest value of a pixel is " + largest + "; it must be at least 1");
        }
        if (means.isEmpty() || means.size() != deviations.size()) {
            throw new IllegalArgumentException("a normalisation has " + means.size() + " means and " + deviations.size()
                    + " deviations; it needs one of each for every channel");
        }
        for (double mean : means) {
            if (!Double.isFinite(mean)) {
                throw new IllegalArgumentException("mean of a channel is " + mean + "; it must be finite");
            }
        }
        for (double deviation : deviations) {
            if (!(deviation > 0 && Double.isFinite(deviation))) {
                throw new IllegalArgumentException("deviation of a channel is " + deviation
                        + "; it must be positive and finite");
            }
        }
    }

    /** x / largest: pixels from 0 to 1. */
    public static Normalisation scaling(int largest, int channels) {
        return new Normalisation(largest, Collections.nCopies(channels, 0.0), Collections.nCopies(channels, 1.0));
    }

    /** Number of channels. */
    public int channels() {
        return means.size();
    }

    /** What becomes of a pixel of this value. */
    public float of(int channel, double pixel) {
        return (float) ((pixel / largest - means.get(channel)) / deviations.get(channel));
    }

    /** What becomes of each of the 256 values of a byte. */
    public float[] ofBytes(int channel) {
        float[] table = new float[BYTE_VALUES];
        for (int value = 0; value < BYTE_VALUES; value++) {
            table[value] = of(channel, value);
        }
        return table;
    }

    /**
     * Checks that it is made for images of this shape.
     *
     * @throws IllegalArgumentException if the number of channels differs
     */
    public void requireFor(ImageShape shape) {
        if (channels() != shape.channels()) {
            throw new IllegalArgumentException("the normalisation has " + channels() + " channels; images of " + shape
                    + " need " + shape.channels());
        }
    }
}
