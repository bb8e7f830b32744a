package org.momo4j.core.kernel;

/**
 * Adam's metric D_k = diag(ε + sqrt(v_k/(1 − β2^k))), v_k = β2 v_{k-1} + (1 − β2) g_k², element by element: the
 * definition that loops and vectors follow. In float32 every operation is a float's.
 */
public final class AdamMetric {
    private final double beta2;
    private final double epsilon;
    private double rootScale = 1;

    /** β2 as two floats: with one, v would drift by 2^-24/(1 − β2). */
    final float keepHead;
    final float keepTail;
    final float fresh;
    /** ε of float32, which must not vanish. */
    final float floatEpsilon;

    /** A metric that has seen nothing. */
    public AdamMetric(double beta2, double epsilon) {
        this.beta2 = beta2;
        this.epsilon = epsilon;
        keepHead = (float) beta2;
        keepTail = (float) (beta2 - keepHead);
        fresh = (float) (1 - beta2);
        floatEpsilon = Math.max(FloatUpdates.weight(epsilon), Float.MIN_VALUE);
    }

    /** Sets the correction 1 − β2^k of this step. */
    public void correctBy(double correction) {
        rootScale = 1 / Math.sqrt(correction);
    }

    /** β2. */
    double beta2() {
        return beta2;
    }

    /** ε. */
    double epsilon() {
        return epsilon;
    }

    /** (1 − β2^k)^(-1/2). The root of v is scaled, rather than v, which could overflow. */
    double rootScale() {
        return rootScale;
    }

    double average(double v, double g) {
        return beta2 * v + (1 - beta2) * (g * g);
    }

    float average(float v, float g) {
        return keepHead * v + (g * g * fresh + keepTail * v);
    }

    double applyInverse(double d, double v) {
        return d / (epsilon + Math.sqrt(v) * rootScale);
    }

    float applyInverse(float d, float v) {
        return d / (floatEpsilon + (float) Math.sqrt(v) * (float) rootScale);
    }
}
