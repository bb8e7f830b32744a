package org.momo4j.bench.kernel;

import java.util.SplittableRandom;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;

/**
 * The vectors that kernels share. Elements of parameters and gradient have sizes between 1/2 and 1 and random signs: with
 * them no product, square or average is ever so small that the processor treats it in a slow way of its own.
 *
 * @param params   x
 * @param gradient g
 * @param target   what the ceilings write, zero at first
 */
public record Operands(FlatVector params, FlatVector gradient, FlatVector target) {
    /** Vectors of this type and size; always the same. */
    public static Operands of(ElementType type, long n) {
        SplittableRandom random = new SplittableRandom(0);
        return new Operands(random(type, n, random), random(type, n, random), FlatVector.zeros(type, n));
    }

    private static FlatVector random(ElementType type, long n, SplittableRandom random) {
        FlatVector vector = FlatVector.zeros(type, n);
        for (long i = 0; i < n; i++) {
            double signed = random.nextDouble() - 0.5;
            vector.set(i, signed + Math.copySign(0.5, signed));
        }
        return vector;
    }
}
