package org.momo4j.nn.samediff;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The loss of a graph.
 *
 * @param name what the graph calls it
 */
record Loss(String name) {
    /**
     * Its value.
     *
     * @throws IllegalArgumentException if it is no scalar
     */
    double scalar(INDArray value) {
        if (value.length() != 1) {
            throw new IllegalArgumentException("loss \"" + name + "\" has shape " + Arrays.toString(value.shape())
                    + "; a scalar is needed");
        }
        return value.getDouble(0);
    }
}
