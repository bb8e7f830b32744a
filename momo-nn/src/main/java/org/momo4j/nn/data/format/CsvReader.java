package org.momo4j.nn.data.format;

import org.momo4j.nn.data.Examples;
import org.momo4j.nn.data.ExamplesBuilder;
import org.momo4j.nn.data.ImageShape;
import org.momo4j.nn.data.Normalisation;

/**
 * Reads images from a CSV file: one line an image, its pixels as numbers, channel by channel and row by row, the label in
 * the last column. No header, no quotes, no empty lines.
 *
 * @param shape         of one image
 * @param classes       number of classes; labels are from 0 to {@code classes - 1}
 * @param normalisation what becomes of a pixel; pixels are from 0 to its largest value
 */
public record CsvReader(ImageShape shape, int classes, Normalisation normalisation) {
    /** Checks that shape and normalisation have the same channels. */
    public CsvReader {
        normalisation.requireFor(shape);
    }

    /**
     * Reads a file.
     *
     * @param name what the examples are called
     * @throws IllegalArgumentException if something in the file is wrong: the message names file, line, column, value and
     *                                  what is allowed
     */
    public Examples read(String name, DataFile file) {
        int columns = shape.size() + 1;
        // no line that is right is shorter than a digit and a comma for each column, so that many short lines cost no memory
        ExamplesBuilder examples = new ExamplesBuilder(name, shape, classes,
                Math.min(file.lines(), (file.length() + 1) / (2L * columns)));
        try (Content content = file.content()) {
            CsvFields fields = new CsvFields(file, content);
            if (!fields.hasLine()) {
                throw new IllegalArgumentException(file.name() + " is empty; at least one line of " + columns
                        + " numbers is needed");
            }
            float[] image = new float[shape.size()];
            while (fields.hasLine()) {
                for (int j = 0; j < image.length; j++) {
                    image[j] = normalisation.of(j / shape.pixels(), pixel(fields, j));
                }
                examples.add(image, label(fields));
            }
            return examples.build();
        }
    }

    private double pixel(CsvFields fields, int before) {
        String text = fields.next();
        if (fields.lastOfLine()) {
            throw columns(fields, "ends", before + 1);
        }
        double pixel = number(text);
        if (pixel >= 0 && pixel <= normalisation.largest()) {
            return pixel;
        }
        throw fields.wrong("pixel", text, "it must be a number from 0 to " + normalisation.largest());
    }

    private int label(CsvFields fields) {
        String text = fields.next();
        if (!fields.lastOfLine()) {
            throw columns(fields, "goes on", shape.size() + 1);
        }
        boolean digits = !text.isEmpty() && text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        int label = digits ? Integer.parseInt(text) : -1;
        if (label >= 0 && label < classes) {
            return label;
        }
        throw fields.wrong("label", text, "it must be a whole number from 0 to " + (classes - 1));
    }

    private IllegalArgumentException columns(CsvFields fields, String what, int after) {
        return fields.wrongLine(what + " after column " + after + "; it must have " + (shape.size() + 1)
                + ", the last of them the label");
    }

    private static double number(String text) {
        // Double.parseDouble also takes "NaN", "1f" and hexadecimal
        boolean plain = !text.isEmpty() && text.chars().allMatch(c -> "0123456789+-.eE".indexOf(c) >= 0);
        try {
            return plain ? Double.parseDouble(text) : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
