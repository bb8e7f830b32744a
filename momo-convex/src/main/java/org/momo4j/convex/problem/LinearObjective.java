package org.momo4j.convex.problem;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.momo4j.api.objective.Batch;
import org.momo4j.api.objective.Evaluation;
import org.momo4j.api.objective.Objective;
import org.momo4j.api.objective.Optimum;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.ParameterLayout;
import org.momo4j.convex.data.Dataset;
import org.momo4j.convex.data.Rows;

/**
 * f(x, s) = φ(&lt;a_s, x&gt;, b_s) + (l2/2)|x|² + shift: linear models without intercept. Starts at x_1 = 0. Computes in
 * double whatever the type of the parameters, and allocates nothing in {@link #lossAndGradient}. Confined to one
 * thread; the data are shared.
 */
public final class LinearObjective implements Objective {
    private final Dataset data;
    private final ScalarLoss loss;
    private final double l2;
    private final double shift;
    private final Supplier<Optional<Optimum>> optimum;
    private final double[] x;
    private final double[] gradient;
    private final double[] derivative = new double[1];

    /**
     * Joins data and loss.
     *
     * @param data    the examples; for a loss that classifies, with labels ±1
     * @param loss    φ
     * @param l2      weight of the squared norm, in [0, inf)
     * @param shift   constant added to every f(., s), so that f* need not be 0
     * @param optimum computes the optimal value of f when it is asked for, the shift included
     * @throws IllegalArgumentException if l2 or shift is out of range
     */
    public LinearObjective(Dataset data, ScalarLoss loss, double l2, double shift,
            Supplier<Optional<Optimum>> optimum) {
        if (!(l2 >= 0 && l2 < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("l2 is " + l2 + "; it must be in [0, inf)");
        }
        if (!Double.isFinite(shift)) {
            throw new IllegalArgumentException("shift is " + shift + "; it must be finite");
        }
        this.data = data;
        this.loss = loss;
        this.l2 = l2;
        this.shift = shift;
        this.optimum = optimum;
        this.x = new double[data.dimension()];
        this.gradient = new double[data.dimension()];
    }

    /** f(x, s) = φ(&lt;a_s, x&gt;, b_s), of whose optimum nothing is said. */
    public LinearObjective(Dataset data, ScalarLoss loss) {
        this(data, loss, 0, 0, Optional::empty);
    }

    /** The examples. */
    public Dataset data() {
        return data;
    }

    @Override
    public ParameterLayout layout() {
        return ParameterLayout.flat(data.dimension());
    }

    @Override
    public int samples() {
        return data.samples();
    }

    @Override
    public void start(long seed, FlatVector params) {
        FlatVector.requireSame("params", params, params.type(), x.length);
        params.fill(0);
    }

    @Override
    public double lossAndGradient(FlatVector at, Batch batch, FlatVector gradientOut) {
        int size = Batches.size(batch);
        Rows rows = data.rows();
        double[] targets = data.targets();
        FlatVector.requireSame("gradient", gradientOut, at.type(), x.length);
        at.copyTo(x);
        Arrays.fill(gradient, 0);
        double share = 1.0 / size;
        double sum = 0;
        for (int i = 0; i < size; i++) {
            int s = Objects.checkIndex(batch.index(i), targets.length);
            sum += loss.evaluate(rows.dot(s, x), targets[s], derivative);
            if (derivative[0] != 0) { // NaN passes
                rows.addScaled(s, share * derivative[0], gradient);
            }
        }
        double value = sum / size + shift;
        if (l2 > 0) {
            value += 0.5 * l2 * addDecay();
        }
        gradientOut.copyFrom(gradient);
        return value;
    }

    /** Adds l2 x to the gradient and returns |x|². */
    private double addDecay() {
        double square = 0;
        for (int j = 0; j < x.length; j++) {
            square += x[j] * x[j];
            gradient[j] += l2 * x[j];
        }
        return square;
    }

    /** f(x); with the fraction of correct signs, {@code accuracy}, if the loss classifies (z = 0 counts as −1). */
    @Override
    public Evaluation evaluate(FlatVector at) {
        at.copyTo(x);
        double sum = 0;
        int correct = 0;
        double[] targets = data.targets();
        for (int s = 0; s < targets.length; s++) {
            double z = data.rows().dot(s, x);
            sum += loss.value(z, targets[s]);
            correct += (z > 0) == (targets[s] > 0) ? 1 : 0;
        }
        double square = 0;
        for (double v : x) {
            square += v * v;
        }
        double value = sum / targets.length + 0.5 * l2 * square + shift;
        return loss.classifies()
                ? new Evaluation(value, Map.of("accuracy", (double) correct / targets.length))
                : Evaluation.of(value);
    }

    @Override
    public Map<String, String> dataDigests() {
        return data.sha256().map(digest -> Map.of(data.name(), digest)).orElse(Map.of());
    }

    @Override
    public Optional<Optimum> optimum() {
        return optimum.get();
    }
}
