package org.momo4j.core.kernel;

/**
 * The elementwise updates of float32, in float arithmetic: a third of the time that the way through double takes. What changes is
 * small and is added last, by a fused multiply-add where there is one: one rounding of the result is nearly all of the error,
 * and an average of equal values is that value to the bit. Plain loops and vectors form the same bits.
 */
public final class FloatUpdates {
    private FloatUpdates() {}

    /** A weight as a float; one that is beyond all floats becomes the largest. */
    public static float weight(double weight) {
        return (float) Math.clamp(weight, -Float.MAX_VALUE, Float.MAX_VALUE);
    }

    /** Whether α x + β y is formed as y and a change, rather than x and a change. */
    public static boolean secondLeads(double alpha, double beta) {
        return Math.abs(alpha) < Math.abs(beta);
    }

    /** α + β − 1: zero where the weights make an average, to their own rounding. */
    public static float extra(double alpha, double beta) {
        double extra = alpha + beta - 1;
        return Math.abs(extra) < 0x1p-40 ? 0 : weight(extra);
    }

    /** The smaller weight. */
    public static float part(double alpha, double beta) {
        return weight(secondLeads(alpha, beta) ? alpha : beta);
    }

    /** α x + β y = lead + part (other − lead) + extra lead, where {@code lead} is the term of the larger weight. */
    public static float average(float extra, float lead, float part, float other) {
        float average = Math.fma(part, other - lead, lead);
        return extra == 0 ? average : Math.fma(extra, lead, average);
    }

    /** Whether keep x − step d is formed as x and a change. Where little of x is kept, keep − 1 has lost the digits of keep. */
    public static boolean paramsLead(double keep) {
        return keep >= 0.5;
    }

    /** What multiplies x beside the step: keep − 1 where x leads, or keep. */
    public static float share(double keep) {
        return weight(paramsLead(keep) ? keep - 1 : keep);
    }

    /** keep x − step d = (x) + share x − step d, with x where it leads. */
    public static float move(boolean paramsLead, float share, float x, float step, float d) {
        float moved = Math.fma(share, x, -(step * d));
        return paramsLead ? x + moved : moved;
    }
}
