package org.momo4j.testkit.method;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.momo4j.api.method.Preconditioner;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.testkit.Bits;

/** A preconditioner that is shown gradients, the same ones at the same step for everyone. */
final class Metric {
    static final int DIMENSION = 37;

    private static final double RATE = 0.01;

    private final Preconditioner preconditioner;
    private final ElementType type;

    Metric(Preconditioner preconditioner, ElementType type) {
        this.preconditioner = preconditioner;
        this.type = type;
    }

    static Metric of(MomentumMethodTrial trial) {
        return new Metric(trial.create().preconditioner(), trial.type());
    }

    Preconditioner preconditioner() {
        return preconditioner;
    }

    /** A vector that depends on the seed only. */
    FlatVector vector(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        return FlatVector.of(type, random.doubles(DIMENSION, -1, 1).toArray());
    }

    /** g_k. */
    FlatVector gradient(long k) {
        return vector(k);
    }

    /** d_k, or something like it. */
    FlatVector direction(long k) {
        return vector(-k);
    }

    /** Observes step k without accepting it. */
    Metric observe(long k) {
        preconditioner.observe(k, RATE, gradient(k), direction(k));
        return this;
    }

    /** Observes another gradient and direction at step k without accepting it. */
    Metric observe(long k, FlatVector gradient, FlatVector direction) {
        preconditioner.observe(k, RATE, gradient, direction);
        return this;
    }

    /** Observes and accepts steps {@code from} to {@code to}. */
    Metric accept(long from, long to) {
        for (long k = from; k <= to; k++) {
            observe(k);
            inverse(direction(k)); // as in a real step
            preconditioner.accept();
        }
        return this;
    }

    /** D^-1 v in memory of its own. */
    FlatVector inverse(FlatVector vector) {
        FlatVector out = vector.zerosLike();
        out.fill(Double.NaN);
        return preconditioner.applyInverse(vector, out).copy();
    }

    Bits state() {
        return Bits.of(preconditioner.state());
    }
}
