package org.momo4j.nn.dl4j;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.DataSet;
import org.nd4j.linalg.dataset.api.MultiDataSet;

/**
 * A batch, as DL4J takes it; null is its word for "no masks".
 *
 * @param features     one array an input
 * @param labels       one array an output
 * @param featureMasks which steps of sequences count, or null
 * @param labelMasks   which labels count, or null
 */
record BatchArrays(INDArray[] features, INDArray[] labels, INDArray @Nullable [] featureMasks,
        INDArray @Nullable [] labelMasks) {
    static BatchArrays of(INDArray features, INDArray labels) {
        return new BatchArrays(new INDArray[]{features}, new INDArray[]{labels}, null, null);
    }

    static BatchArrays of(DataSet batch) {
        return new BatchArrays(new INDArray[]{batch.getFeatures()}, new INDArray[]{batch.getLabels()},
                one(batch.getFeaturesMaskArray()), one(batch.getLabelsMaskArray()));
    }

    static BatchArrays of(MultiDataSet batch) {
        return new BatchArrays(batch.getFeatures(), batch.getLabels(), batch.getFeaturesMaskArrays(),
                batch.getLabelsMaskArrays());
    }

    /**
     * Checks that there are labels, and features of all inputs, for every example: DL4J would repeat a single row.
     *
     * @throws IllegalArgumentException if not
     */
    void requireLabelled() {
        long examples = features[0].size(0);
        requireRows(examples, features, "features");
        requireRows(examples, labels, "labels");
    }

    private static void requireRows(long examples, INDArray[] arrays, String what) {
        for (INDArray array : arrays) {
            if (array == null) { // a DataSet may have no labels
                throw new IllegalArgumentException("the batch has no " + what + "; features and labels are needed");
            }
            if (array.size(0) != examples) {
                throw new IllegalArgumentException("the batch has " + examples + " examples and " + what
                        + " of shape " + Arrays.toString(array.shape()) + "; the first dimension must be the same");
            }
        }
    }

    boolean masked() {
        return featureMasks != null || labelMasks != null;
    }

    private static INDArray @Nullable [] one(@Nullable INDArray mask) {
        return mask == null ? null : new INDArray[]{mask};
    }
}
