package org.momo4j.examples;

import java.lang.foreign.ValueLayout;
import java.util.List;
import org.deeplearning4j.datasets.iterator.utilty.ListDataSetIterator;
import org.momo4j.nn.data.Examples;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.factory.Nd4j;

/** Images as DL4J takes them; in a program of yours stand your own data here. */
final class Dl4jDigits {
    private Dl4jDigits() {}

    /** Rows of 64 pixels, and rows with a one at the class. */
    static DataSet all(Examples digits) {
        int n = digits.count();
        INDArray pixels = Nd4j.createFromArray(digits.features().toArray(ValueLayout.JAVA_FLOAT)).reshape(n, 64);
        INDArray classes = Nd4j.zeros(DataType.FLOAT, n, 10);
        for (int i = 0; i < n; i++) {
            classes.putScalar(i, digits.label(i), 1);
        }
        return new DataSet(pixels, classes);
    }

    /** The same in batches, the order drawn once. */
    static DataSetIterator batches(Examples digits, int size) {
        DataSet all = all(digits);
        all.shuffle(0);
        List<DataSet> examples = all.asList();
        return new ListDataSetIterator<>(examples, size);
    }
}
