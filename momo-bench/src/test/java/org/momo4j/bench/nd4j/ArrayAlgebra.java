package org.momo4j.bench.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;

/** What MoMo needs of arrays; nothing is allocated for vectors. */
interface ArrayAlgebra {
    /** d ← a d + b g. */
    void average(double a, INDArray d, double b, INDArray g);

    /** ⟨u, v⟩. */
    double dot(INDArray u, INDArray v);

    /** x ← x − τ d. */
    void move(INDArray x, double tau, INDArray d);
}
