package org.momo4j.nn.data.format;

import org.momo4j.nn.data.ImageShape;

/** The start of an IDX file: a magic number that says how many sizes follow, and the sizes. */
final class IdxHeader {
    private static final long IMAGES = 0x0000_0803;
    private static final long LABELS = 0x0000_0801;
    private static final int LARGEST_COUNT = Integer.MAX_VALUE - 8;

    private final DataFile file;
    private final Content content;

    IdxHeader(DataFile file, Content content) {
        this.file = file;
        this.content = content;
    }

    /** Number of images and their shape, which agree with the length of the file. */
    Images images() {
        magic(IMAGES, "images");
        int count = size("number of images", LARGEST_COUNT);
        int height = size("number of rows", ImageShape.LONGEST);
        int width = size("number of columns", ImageShape.LONGEST);
        ImageShape shape = new ImageShape(1, height, width);
        // at most 2^31 images of 2^30 bytes, which is far from overflow
        requireLength((long) count * shape.size(), count + " images of " + height + " x " + width);
        return new Images(count, shape);
    }

    /**
     * Checks that there is one label for each image.
     *
     * @param images their file
     * @param count  how many they are
     */
    void labels(String images, int count) {
        magic(LABELS, "labels");
        long at = content.position();
        long labels = content.number("number of labels");
        if (labels != count) {
            throw content.wrong(at, "number of labels is " + labels + "; it must be " + count
                    + ", the number of images in " + images);
        }
        requireLength(count, count + " labels");
    }

    private void magic(long expected, String what) {
        long magic = content.number("magic number");
        if (magic != expected) {
            throw content.wrong(0, String.format("magic number is 0x%08x; an IDX file of %s starts with 0x%08x", magic,
                    what, expected));
        }
    }

    private int size(String what, int largest) {
        long at = content.position();
        long size = content.number(what);
        if (size < 1 || size > largest) {
            throw content.wrong(at, what + " is " + size + "; it must be from 1 to " + largest);
        }
        return (int) size;
    }

    private void requireLength(long body, String announced) {
        long expected = content.position() + body;
        if (file.length() < expected) {
            throw content.wrong(file.length(), "file ends; its header announces " + announced + ", which need "
                    + expected + " bytes");
        }
        if (file.length() > expected) {
            throw content.wrong(expected, (file.length() - expected) + " bytes follow; the " + announced
                    + " that its header announces end here");
        }
    }

    /**
     * What a header of images says.
     *
     * @param count how many
     * @param shape of each
     */
    record Images(int count, ImageShape shape) {}
}
