package org.momo4j.bench.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.reduce3.Dot;
import org.nd4j.linalg.factory.Nd4j;

/** By ND4J's own operations. */
final class ArrayOperations implements ArrayAlgebra {
    private final INDArray scratch;

    /** With room for a product, of the same shape and type as the arrays. */
    ArrayOperations(INDArray scratch) {
        this.scratch = scratch;
    }

    @Override
    public void average(double a, INDArray d, double b, INDArray g) {
        d.muli(a).addi(g.mul(b, scratch));
    }

    @Override
    public double dot(INDArray u, INDArray v) {
        return Nd4j.getExecutioner().execAndReturn(new Dot(u, v)).getFinalResult().doubleValue();
    }

    @Override
    public void move(INDArray x, double tau, INDArray d) {
        x.subi(d.mul(tau, scratch));
    }
}
