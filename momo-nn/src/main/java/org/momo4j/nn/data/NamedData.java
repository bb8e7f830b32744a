package org.momo4j.nn.data;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A data set that has a name.
 *
 * @param name       as it stands in a specification
 * @param training   what is learned from
 * @param validation what is only looked at
 * @param digests    SHA-256 of every file that was read, in hexadecimal, by name of the data and file:
 *                   {@code digits/digits.csv.gz}
 */
public record NamedData(String name, Examples training, Examples validation, Map<String, String> digests) {
    /** Checks that both parts go through the same network. */
    public NamedData {
        digests = Collections.unmodifiableMap(new TreeMap<>(digests));
        if (!training.shape().equals(validation.shape())) {
            throw new IllegalArgumentException("validation images of " + name + " are " + validation.shape()
                    + "; training images are " + training.shape());
        }
        if (training.classes() != validation.classes()) {
            throw new IllegalArgumentException("validation part of " + name + " has " + validation.classes()
                    + " classes; the training part has " + training.classes());
        }
    }
}
