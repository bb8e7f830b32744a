package org.momo4j.nn.dl4j;

import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.api.Trainable;
import org.momo4j.api.vector.NamedTensor.Order;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * One tensor of a DL4J network.
 *
 * @param part   name of the layer or vertex that has it
 * @param owner  that layer or vertex
 * @param key    what the owner calls it
 * @param kind   whether it is trained
 * @param offset of its first element in the network's flat parameters
 * @param array  DL4J's view of it there
 */
record Dl4jTensor(String part, Trainable owner, String key, Kind kind, long offset, INDArray array) {
    /** What moves a tensor. */
    enum Kind {
        /** The optimizer. */
        TRAINED,
        /** The forward pass: a statistic of batch normalisation, whose "gradient" is what DL4J wants subtracted as it is. */
        STATISTIC,
        /** Nothing: frozen, or used only by layerwise pretraining. */
        CONSTANT
    }

    /** Layer and key, as DL4J joins them. */
    String name() {
        return part + "_" + key;
    }

    /** Number of elements. */
    long size() {
        return array.length();
    }

    /** Its dimensions. */
    List<Long> shape() {
        return Arrays.stream(array.shape()).boxed().toList();
    }

    /** How its elements lie in memory. */
    Order order() {
        return array.rank() > 1 && array.ordering() == 'f' ? Order.COLUMN_MAJOR : Order.ROW_MAJOR;
    }
}
