package org.momo4j.nn.data.format;

import java.util.List;
import org.momo4j.nn.data.Examples;
import org.momo4j.nn.data.ExamplesBuilder;
import org.momo4j.nn.data.ImageShape;
import org.momo4j.nn.data.Normalisation;

/**
 * Reads CIFAR's binary files: records of one byte for each kind of label, then 3,072 bytes of an image of 32 x 32 pixels,
 * all red, all green, all blue. The last label of a record is the class; the others are checked only.
 *
 * @param labels        number of values of each kind of label: 10 for CIFAR-10; 20 and 100 for CIFAR-100
 * @param normalisation what becomes of a pixel; three channels
 */
public record CifarReader(List<Integer> labels, Normalisation normalisation) {
    private static final ImageShape SHAPE = new ImageShape(3, 32, 32);
    private static final List<String> COARSE_AND_FINE = List.of("coarse label", "label");

    /** CIFAR-10: ten classes. */
    public static final CifarReader CIFAR10 = new CifarReader(List.of(10), Normalisation.CIFAR10);
    /** CIFAR-100: twenty coarse classes, and a hundred fine ones, which are the classes of the examples. */
    public static final CifarReader CIFAR100 = new CifarReader(List.of(20, 100), Normalisation.CIFAR100);

    /** Checks that there is a label, and a coarse one at most. */
    public CifarReader {
        labels = List.copyOf(labels);
        if (labels.isEmpty() || labels.size() > COARSE_AND_FINE.size()) {
            throw new IllegalArgumentException("a record has " + labels.size() + " labels; one or two are allowed");
        }
        normalisation.requireFor(SHAPE);
    }

    /**
     * Reads files one after the other.
     *
     * @param name what the examples are called
     * @throws IllegalArgumentException if something in a file is wrong: the message names file, byte, value and what is
     *                                  allowed
     */
    public Examples read(String name, List<DataFile> files) {
        long records = 0;
        for (DataFile file : files) {
            records += records(file);
        }
        ExamplesBuilder examples = new ExamplesBuilder(name, SHAPE, labels.getLast(), records);
        List<float[]> tables = List.of(normalisation.ofBytes(0), normalisation.ofBytes(1), normalisation.ofBytes(2));
        byte[] record = new byte[recordBytes()];
        float[] image = new float[SHAPE.size()];
        for (DataFile file : files) {
            try (Content content = file.content()) {
                for (long i = records(file); i > 0; i--) {
                    content.fill(record);
                    normalise(record, tables, image);
                    examples.add(image, label(content, record));
                }
            }
        }
        return examples.build();
    }

    private int recordBytes() {
        return labels.size() + SHAPE.size();
    }

    private long records(DataFile file) {
        String needed = "whole records of " + recordBytes() + " bytes are needed, at least one";
        if (file.length() == 0 || file.length() % recordBytes() != 0) {
            throw new IllegalArgumentException(file.name() + ", byte " + file.length() + ": file ends with "
                    + file.length() % recordBytes() + " bytes of a record; " + needed);
        }
        return file.length() / recordBytes();
    }

    private void normalise(byte[] record, List<float[]> tables, float[] image) {
        int pixels = SHAPE.pixels();
        for (int channel = 0; channel < SHAPE.channels(); channel++) {
            float[] table = tables.get(channel);
            for (int j = channel * pixels; j < (channel + 1) * pixels; j++) {
                image[j] = table[Byte.toUnsignedInt(record[labels.size() + j])];
            }
        }
    }

    private int label(Content content, byte[] record) {
        for (int k = 0; k < labels.size(); k++) {
            int label = Byte.toUnsignedInt(record[k]);
            if (label >= labels.get(k)) {
                throw content.wrong(content.position() - record.length + k,
                        COARSE_AND_FINE.get(COARSE_AND_FINE.size() - labels.size() + k) + " is " + label
                                + "; it must be from 0 to " + (labels.get(k) - 1));
            }
        }
        return Byte.toUnsignedInt(record[labels.size() - 1]);
    }
}
