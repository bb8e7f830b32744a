package org.momo4j.convex.provider;

import java.nio.file.Path;
import java.util.Optional;
import org.momo4j.api.provider.HyperParameter;
import org.momo4j.convex.data.BreastCancer;
import org.momo4j.convex.data.Dataset;
import org.momo4j.convex.data.LibsvmReader;
import org.momo4j.convex.generator.PlantedData;
import org.momo4j.convex.generator.RandomFeatures;
import org.momo4j.convex.generator.Synthetic;

/**
 * Where the examples of a linear problem come from: generated, shipped, or a LIBSVM file. Generated data are by default those
 * of textbooks: a matrix as well conditioned as a Gaussian one of this size, and a solution of standard normal coordinates.
 *
 * @param data            {@code synthetic}, {@code breast-cancer}, or the path of a LIBSVM file
 * @param samples         of synthetic data
 * @param dimension       of synthetic data
 * @param conditionNumber of synthetic data
 * @param solutionScale   of synthetic regression
 * @param noise           of synthetic data
 * @param sparsity        of synthetic data
 * @param dataSeed        of synthetic data and random features
 * @param standardise     whether columns are standardised
 * @param randomFeatures  D; 0: the columns as they are
 * @param bandwidth       of the random features
 */
public record DataOptions(
        @HyperParameter(value = "synthetic, breast-cancer, or the path of a LIBSVM file", byDefault = SYNTHETIC) String data,
        @HyperParameter(value = "synthetic: number of examples", byDefault = "200", range = "[1, 10000000]") int samples,
        @HyperParameter(value = "synthetic: number of columns", byDefault = "10", range = "[1, 10000000]") int dimension,
        @HyperParameter(value = "synthetic: condition number of A^T A", byDefault = "2.5", range = "[1, inf)") double conditionNumber,
        @HyperParameter(value = "synthetic regression: deviation of the coordinates of the solution", byDefault = "1", range = "(0, inf)") double solutionScale,
        @HyperParameter(value = "synthetic: deviation of targets, or probability of a wrong label", byDefault = "0", range = "[0, inf)") double noise,
        @HyperParameter(value = "synthetic: fraction of entries that are not zero", byDefault = "1", range = "(0, 1]") double sparsity,
        @HyperParameter(value = "seed of synthetic data and random features", byDefault = "0") long dataSeed,
        @HyperParameter(value = "give every column mean 0 and variance 1", byDefault = "false") boolean standardise,
        @HyperParameter(value = "number of random Fourier features put in place of the columns; 0: none", byDefault = "0", range = "[0, 1000000]") int randomFeatures,
        @HyperParameter(value = "width of the kernel that random features stand for", byDefault = "1", range = "(0, inf)") double bandwidth) {
    static final String SYNTHETIC = "synthetic";
    private static final String BREAST_CANCER = "breast-cancer";

    /** Numbers to fit. */
    PlantedData regression() {
        return isSynthetic()
                ? prepared(generator().regression().scaled(solutionScale * Math.sqrt(dimension)))
                : PlantedData.unknown(prepared(real()));
    }

    /** Labels ±1. */
    PlantedData classification(double margin) {
        return isSynthetic()
                ? prepared(generator().classification(margin))
                : PlantedData.unknown(prepared(real()).withSigns());
    }

    /** Half-spaces with unit normals. */
    PlantedData halfSpaces(double margin) {
        return isSynthetic()
                ? prepared(generator().halfSpaces(margin))
                : PlantedData.unknown(prepared(real()).withUnitRows());
    }

    /** Checks that the file is there, if it is one. */
    void requireFile() {
        if (!isSynthetic() && !data.equals(BREAST_CANCER)) {
            LibsvmReader.require(Path.of(data));
        }
    }

    private boolean isSynthetic() {
        return data.isEmpty() || data.equals(SYNTHETIC);
    }

    private Synthetic generator() {
        return new Synthetic(samples, dimension, conditionNumber, noise, sparsity, dataSeed);
    }

    private Dataset real() {
        return data.equals(BREAST_CANCER) ? BreastCancer.load() : new LibsvmReader().read(Path.of(data));
    }

    /** Columns that have changed no longer belong to the planted solution. */
    private PlantedData prepared(PlantedData planted) {
        return standardise || randomFeatures > 0
                ? new PlantedData(prepared(planted.data()), Optional.empty())
                : planted;
    }

    private Dataset prepared(Dataset raw) {
        Dataset scaled = standardise ? raw.standardised() : raw;
        return randomFeatures > 0 ? new RandomFeatures(randomFeatures, bandwidth, dataSeed).of(scaled) : scaled;
    }
}
