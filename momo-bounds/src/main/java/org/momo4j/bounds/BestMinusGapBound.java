package org.momo4j.bounds;

import org.momo4j.api.method.LowerBound;
import org.momo4j.api.method.Model;
import org.momo4j.api.provider.HyperParameter;
import org.momo4j.api.provider.HyperParameters;
import org.momo4j.api.provider.LowerBoundProvider;
import org.momo4j.api.state.State;
import org.momo4j.api.step.Sample;

/**
 * The best averaged loss so far minus a gap that shrinks on its own: min_{j ≤ k} f̄_j/ρ_j − δ_0 k^-p. Source: the
 * dynamic step size with diminishing δ_k of Bertsekas, Nedić and Ozdaglar, <em>Convex Analysis and Optimization</em>
 * (2003), section 8.2, after Polyak's step size with an unknown optimal value.
 *
 * <p>
 * Failure mode: the speed at which the gap shrinks is the user's guess. Too fast, and the level sticks at the best loss
 * so that hardly a step is taken; too slow, and it stays below f*, so that only the cap protects.
 */
public final class BestMinusGapBound implements LowerBound {
    private final double gap;
    private final double power;
    private double best = Double.POSITIVE_INFINITY;
    private long k;

    /**
     * A level that has seen nothing.
     *
     * @param gap   δ_0
     * @param power p
     * @throws IllegalArgumentException if {@code gap} is not positive and finite, or {@code power} not in (0, 1]
     */
    public BestMinusGapBound(double gap, double power) {
        if (!(gap > 0 && gap < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("gap below the best loss is " + gap + "; it must be in (0, inf)");
        }
        if (!(power > 0 && power <= 1)) {
            throw new IllegalArgumentException("power of the gap is " + power + "; it must be in (0, 1]");
        }
        this.gap = gap;
        this.power = power;
    }

    @Override
    public double before(Model model, Sample sample) {
        return level(Math.min(best, model.lossAverage() / model.rho()), model.k());
    }

    @Override
    public void after(Model model, double lowerBound, double stepSize) {
        best = Math.min(best, model.lossAverage() / model.rho());
        k = model.k();
    }

    /** The level as of the last step; NaN before the first. */
    @Override
    public double value() {
        return k == 0 ? Double.NaN : level(best, k);
    }

    private double level(double bestLoss, long step) {
        return bestLoss - gap * Math.pow(step, -power);
    }

    @Override
    public State state() {
        return State.version(1).with("best", best).with("k", k);
    }

    @Override
    public void restore(State state) {
        double newBest = state.requireVersion(1).scalar("best");
        k = (long) state.scalar("k");
        best = newBest;
    }

    /**
     * Hyper-parameters.
     *
     * @param gap   δ_0
     * @param power p
     */
    public record Parameters(
            @HyperParameter(value = "gap at the first step, δ_0", byDefault = "1", range = "(0, inf)") double gap,
            @HyperParameter(value = "the gap shrinks like k to the minus this, p", byDefault = "0.5", range = "(0, 1]") double power) {}

    /** Provides a {@link BestMinusGapBound}. */
    public static final class Provider implements LowerBoundProvider<Parameters> {
        @Override
        public String name() {
            return "best-minus-gap";
        }

        @Override
        public String description() {
            return "best averaged loss minus a shrinking gap (Bertsekas, Nedić and Ozdaglar 2003)";
        }

        @Override
        public HyperParameters<Parameters> hyperParameters() {
            return HyperParameters.of(Parameters.class);
        }

        @Override
        public LowerBound create(Parameters parameters) {
            return new BestMinusGapBound(parameters.gap(), parameters.power());
        }
    }
}
