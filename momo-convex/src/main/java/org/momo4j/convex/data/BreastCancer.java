package org.momo4j.convex.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * The Breast Cancer Wisconsin (Diagnostic) data set: 569 examples, 30 measurements of very different scale, label 1 for
 * benign and 0 for malignant. Source and licence stand in {@code breast_cancer.txt} beside the data.
 */
public final class BreastCancer {
    private static final String RESOURCE = "breast_cancer.libsvm";

    private BreastCancer() {}

    /** The measurements as they are; see {@link Dataset#standardised()} and {@link Dataset#withSigns()}. */
    public static Dataset load() {
        try (InputStream in = Objects.requireNonNull(BreastCancer.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            Dataset data = new LibsvmReader().read(in, RESOURCE);
            return new Dataset("breast-cancer", data.rows(), data.targets(), data.sha256());
        } catch (IOException e) {
            throw new UncheckedIOException("resource " + RESOURCE + " cannot be read: " + e.getMessage(), e);
        }
    }
}
