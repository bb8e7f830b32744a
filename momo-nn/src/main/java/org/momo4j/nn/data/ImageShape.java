package org.momo4j.nn.data;

/**
 * What one image looks like; its values lie channel by channel, row by row.
 *
 * @param channels 1 for grey, 3 for red, green, blue
 * @param height   rows
 * @param width    columns
 */
public record ImageShape(int channels, int height, int width) {
    /** The longest side, and the most channels: the size of an image fits an int, and that of all images a long. */
    public static final int LONGEST = 32_768;

    /** Checks the sides. */
    public ImageShape {
        requireSide("number of channels", channels);
        requireSide("height", height);
        requireSide("width", width);
        if ((long) channels * height * width > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("an image of " + channels + " x " + height + " x " + width
                    + " has too many values; at most " + (Integer.MAX_VALUE - 8) + " are allowed");
        }
    }

    private static void requireSide(String what, int side) {
        if (side < 1 || side > LONGEST) {
            throw new IllegalArgumentException(what + " is " + side + "; it must be from 1 to " + LONGEST);
        }
    }

    /** Number of values of one image. */
    public int size() {
        return channels * pixels();
    }

    /** Number of values of one channel. */
    public int pixels() {
        return height * width;
    }

    /** {@code 3 x 32 x 32}. */
    @Override
    public String toString() {
        return channels + " x " + height + " x " + width;
    }
}
