package org.momo4j.bench.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.BlasWrapper;
import org.nd4j.linalg.factory.Nd4j;

/** By BLAS level 1, as ND4J brings it. */
final class Blas implements ArrayAlgebra {
    private final BlasWrapper blas = Nd4j.getBlasWrapper();

    @Override
    public void average(double a, INDArray d, double b, INDArray g) {
        blas.level1().scal(d.length(), a, d);
        blas.level1().axpy(d.length(), b, g, d);
    }

    @Override
    public double dot(INDArray u, INDArray v) {
        return blas.dot(u, v);
    }

    @Override
    public void move(INDArray x, double tau, INDArray d) {
        blas.level1().axpy(d.length(), -tau, d, x);
    }
}
