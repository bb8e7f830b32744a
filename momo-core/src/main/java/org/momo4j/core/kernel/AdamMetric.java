package org.momo4j.core.kernel;

/**
 * Adam's metric D_k = diag(ε + sqrt(v_k/(1 − β2^k))), v_k = β2 v_{k-1} + (1 − β2) g_k², element by element: the
 * definition that loops and vectors follow. In float32 every operation is a float's.
 */
public final class AdamMetric {
    private final double beta2;
    private final double epsilon;
    private final float fresh;
    private final float floatEpsilon;
    private double rootScale = 1;

    /** A metric that has seen nothing. */
    public AdamMetric(double beta2, double epsilon) {
        this.beta2 = beta2;
        this.epsilon = epsilon;
        fresh = (float) (1 - beta2);
        floatEpsilon = Math.max(FloatUpdates.weight(epsilon), Float.MIN_VALUE);
    }

    /** Sets the correction 1 − β2^k of this step. */
    public void correctBy(double correction) {
        rootScale = 1 / Math.sqrt(correction);
    }

    /** β2. */
    public double beta2() {
        return beta2;
    }

    /** ε. */
    public double epsilon() {
        return epsilon;
    }

    /** (1 − β2^k)^(-1/2). The root of v is scaled, rather than v, which could overflow. */
    public double rootScale() {
        return rootScale;
    }

    /** 1 − β2 of float32. */
    public float fresh() {
        return fresh;
    }

    /** ε of float32, which must not vanish. */
    public float floatEpsilon() {
        return floatEpsilon;
    }

    /**
     * Whether v leads in float32: v + (1 − β2)(g² − v), which cannot drift as β2 v, rounded, would by 2^-24/(1 − β2). With
     * {@code β2 < 1/2} that form would lose a small g² beside a large v.
     */
    public boolean squaresLead() {
        return beta2 >= 0.5;
    }

    /** v_k of an element. */
    public double average(double v, double g) {
        return beta2 * v + (1 - beta2) * (g * g);
    }

    /** v_k of an element of float32. */
    public float average(float v, float g) {
        return squaresLead() ? Math.fma(fresh, Math.fma(g, g, -v), v) : Math.fma((float) beta2, v, fresh * (g * g));
    }

    /** (D_k^-1 d)_i. */
    public double applyInverse(double d, double v) {
        return d / (epsilon + Math.sqrt(v) * rootScale);
    }

    /** (D_k^-1 d)_i of float32. */
    public float applyInverse(float d, float v) {
        return d / Math.fma((float) Math.sqrt(v), (float) rootScale, floatEpsilon);
    }
}
