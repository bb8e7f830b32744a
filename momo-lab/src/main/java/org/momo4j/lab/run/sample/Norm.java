package org.momo4j.lab.run.sample;

import org.momo4j.api.vector.FlatVector;

/** The Euclidean norm. */
public final class Norm {
    private Norm() {}

    /** |v|, scaled so that no square overflows; not finite if an element is not. */
    public static double of(FlatVector vector) {
        double largest = 0;
        for (long i = 0; i < vector.size(); i++) {
            largest = Math.max(largest, Math.abs(vector.get(i))); // a NaN stays
        }
        if (!(largest > 0 && largest < Double.POSITIVE_INFINITY)) {
            return largest;
        }
        double sum = 0;
        for (long i = 0; i < vector.size(); i++) {
            double scaled = vector.get(i) / largest;
            sum += scaled * scaled;
        }
        return largest * Math.sqrt(sum);
    }
}
