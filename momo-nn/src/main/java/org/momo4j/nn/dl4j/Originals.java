package org.momo4j.nn.dl4j;

import org.momo4j.api.nd4j.Nd4jVectors;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Notices that a network's parameters are no longer those that were adapted. */
final class Originals {
    private final Net net;
    private final Dl4jTensors tensors;
    private final long address;

    Originals(Net net, Dl4jTensors tensors) {
        this.net = net;
        this.tensors = tensors;
        address = address(net.model().params());
    }

    /**
     * Checks that every layer computes with the arrays that were adapted.
     *
     * @throws IllegalStateException if one does not
     */
    void requireInPlace() {
        INDArray flat = net.model().params();
        if (flat.wasClosed()) {
            throw new IllegalStateException("the network was closed; its parameters are gone");
        }
        if (address(flat) != address) {
            throw new IllegalStateException(
                    "the network's parameters were replaced since it was adapted: adapt it again,"
                            + " and make a new optimizer or go on with the old one");
        }
        tensors.requireInPlace(net, Dl4jTensor::array);
    }

    private static long address(INDArray array) {
        return Nd4jVectors.of(array).segment().address();
    }
}
