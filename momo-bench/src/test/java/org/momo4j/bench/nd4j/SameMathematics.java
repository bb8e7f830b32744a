package org.momo4j.bench.nd4j;

import java.util.SplittableRandom;
import org.momo4j.api.nd4j.Nd4jVectors;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.step.Optimizer;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.ParameterLayout;
import org.momo4j.bounds.KnownBound;
import org.momo4j.core.momo.MomoMethod;
import org.momo4j.core.momo.MomoProvider;

/** Whether MoMo with arrays does what ours does: times of different mathematics cannot be compared. */
final class SameMathematics {
    /** Of the vectors. */
    static final int SIZE = 1000;
    private static final int STEPS = 10;
    private static final double TOLERANCE = 1e-4;
    /** The first adaptive term is near 1.5/333; over averaged noise they grow: both they and this cap act. */
    private static final double ALPHA = 0.012;

    private SameMathematics() {}

    /**
     * Makes some steps of both.
     *
     * @throws IllegalStateException if step sizes or parameters differ by more than 1e-4
     */
    static void require(ElementType type, ArrayAlgebra algebra) {
        SplittableRandom random = new SplittableRandom(1);
        FlatVector ours = random(type, random);
        FlatVector theirs = ours.copy();
        Optimizer momo = momo(type);
        ArrayMomo array = new ArrayMomo(algebra, ALPHA, Nd4jVectors.toArray(FlatVector.zeros(type, SIZE)));
        for (int k = 1; k <= STEPS; k++) {
            FlatVector gradient = random(type, random);
            double loss = random.nextDouble(1, 2);
            double tau = momo.step(ours, gradient, loss).stepSize();
            near("step size", k, tau, array.step(Nd4jVectors.toArray(theirs), Nd4jVectors.toArray(gradient), loss));
        }
        for (int i = 0; i < SIZE; i++) {
            near("element " + i, STEPS, ours.get(i), theirs.get(i));
        }
    }

    private static void near(String what, int step, double ours, double theirs) {
        if (!(Math.abs(ours - theirs) <= TOLERANCE * Math.max(Math.abs(ours), Math.abs(theirs)))) {
            throw new IllegalStateException(what + " after step " + step + " is " + theirs + " with arrays, and "
                    + ours + " with ours");
        }
    }

    private static FlatVector random(ElementType type, SplittableRandom random) {
        return FlatVector.of(type, random.doubles(SIZE, -1, 1).toArray());
    }

    private static Optimizer momo(ElementType type) {
        var provider = new MomoProvider<>(new MomoMethod());
        return provider.create(provider.hyperParameters().defaults(), new Setting(ParameterLayout.flat(SIZE), type,
                k -> ALPHA, new KnownBound(0), new SplittableRandom(0)));
    }
}
