package org.momo4j.nn.data.format;

import org.momo4j.nn.data.Examples;
import org.momo4j.nn.data.ExamplesBuilder;
import org.momo4j.nn.data.Normalisation;

/**
 * Reads grey images and their labels from two files in the IDX format of MNIST: numbers with the high byte first; images
 * start with 0x00000803, their number, rows and columns, labels with 0x00000801 and their number; one byte a pixel or
 * label follows.
 *
 * @param classes       number of classes; labels are from 0 to {@code classes - 1}
 * @param normalisation what becomes of a pixel; one channel
 */
public record IdxReader(int classes, Normalisation normalisation) {
    /**
     * Reads both files side by side.
     *
     * @param name what the examples are called
     * @throws IllegalArgumentException if something in a file is wrong: the message names file, byte, value and what is
     *                                  allowed
     */
    public Examples read(String name, DataFile images, DataFile labels) {
        try (Content pixels = images.content(); Content classes = labels.content()) {
            IdxHeader.Images header = new IdxHeader(images, pixels).images();
            normalisation.requireFor(header.shape());
            new IdxHeader(labels, classes).labels(images.name(), header.count());
            ExamplesBuilder examples = new ExamplesBuilder(name, header.shape(), this.classes, header.count());
            float[] table = normalisation.ofBytes(0);
            byte[] bytes = new byte[header.shape().size()];
            float[] image = new float[bytes.length];
            for (int i = 0; i < header.count(); i++) {
                pixels.fill(bytes);
                for (int j = 0; j < bytes.length; j++) {
                    image[j] = table[Byte.toUnsignedInt(bytes[j])];
                }
                examples.add(image, label(classes));
            }
            return examples.build();
        }
    }

    private int label(Content content) {
        long at = content.position();
        int label = content.read();
        if (label < 0 || label >= classes) {
            throw content.wrong(at, "label is " + label + "; it must be from 0 to " + (classes - 1));
        }
        return label;
    }
}
