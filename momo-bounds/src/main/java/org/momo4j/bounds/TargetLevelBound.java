package org.momo4j.bounds;

import org.momo4j.api.method.LowerBound;
import org.momo4j.api.method.Model;
import org.momo4j.api.provider.HyperParameter;
import org.momo4j.api.provider.HyperParameters;
import org.momo4j.api.provider.LowerBoundProvider;
import org.momo4j.api.state.State;
import org.momo4j.api.step.Sample;

/**
 * A target level that restarts: aims at δ below the averaged loss from which it started. When the loss has come down by δ/2,
 * it restarts from there; when the path since the restart is longer than B, δ was too greedy: it is halved, and the level
 * restarts from the best loss so far. Sources: Goffin and Kiwiel, <em>Convergence of a simple subgradient level method</em>, Math. Programming 85
 * (1999); path-based rule of Nedić and Bertsekas, <em>Incremental subgradient methods for nondifferentiable
 * optimization</em>, SIAM J. Optim. 12 (2001).
 *
 * <p>
 * Failure mode: the best averaged loss of a noisy objective is a lucky one, so that the level may lie below the loss
 * that can be reached for long; δ is only ever halved, so too small a δ_0 is never repaired and progress is slow.
 */
public final class TargetLevelBound implements LowerBound {
    private final double maxPath;
    private double best = Double.POSITIVE_INFINITY;
    private double record = Double.POSITIVE_INFINITY;
    private double gap;
    private double path;

    /**
     * A level that has seen nothing.
     *
     * @param gap     δ_0, how far below the loss it aims at first
     * @param maxPath B, length of path after which δ is halved
     * @throws IllegalArgumentException if one of them is not positive and finite
     */
    public TargetLevelBound(double gap, double maxPath) {
        this.gap = requirePositive("gap", gap);
        this.maxPath = requirePositive("path", maxPath);
    }

    @Override
    public double before(Model model, Sample sample) {
        double loss = loss(model);
        return (descended(loss) ? loss : record) - gap;
    }

    @Override
    public void after(Model model, double lowerBound, double stepSize) {
        double loss = loss(model);
        best = Math.min(best, loss);
        path += stepSize * Math.sqrt(model.directionNormSquared());
        if (descended(loss)) {
            restart(loss);
        } else if (path > maxPath) {
            gap /= 2;
            restart(best);
        }
    }

    private static double loss(Model model) {
        return model.lossAverage() / model.rho();
    }

    private boolean descended(double loss) {
        return loss <= record - gap / 2;
    }

    private void restart(double from) {
        record = from;
        path = 0;
    }

    /** The level as of the last step; NaN before the first. */
    @Override
    public double value() {
        return record == Double.POSITIVE_INFINITY ? Double.NaN : record - gap;
    }

    @Override
    public State state() {
        return State.version(1).with("best", best).with("record", record).with("gap", gap).with("path", path);
    }

    @Override
    public void restore(State state) {
        double newBest = state.requireVersion(1).scalar("best");
        double newRecord = state.scalar("record");
        double newGap = state.scalar("gap");
        path = state.scalar("path");
        best = newBest;
        record = newRecord;
        gap = newGap;
    }

    private static double requirePositive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " of the target level is " + value + "; it must be in (0, inf)");
        }
        return value;
    }

    /**
     * Hyper-parameters.
     *
     * @param gap  δ_0
     * @param path B
     */
    public record Parameters(
            @HyperParameter(value = "how far below the loss the level lies at first, δ_0", byDefault = "1", range = "(0, inf)") double gap,
            @HyperParameter(value = "length of path without descent after which the gap is halved, B", byDefault = "10", range = "(0, inf)") double path) {}

    /** Provides a {@link TargetLevelBound}. */
    public static final class Provider implements LowerBoundProvider<Parameters> {
        @Override
        public String name() {
            return "target-level";
        }

        @Override
        public String description() {
            return "a level below the loss that restarts on descent and is halved when the path grows long (Goffin and Kiwiel 1999)";
        }

        @Override
        public HyperParameters<Parameters> hyperParameters() {
            return HyperParameters.of(Parameters.class);
        }

        @Override
        public LowerBound create(Parameters parameters) {
            return new TargetLevelBound(parameters.gap(), parameters.path());
        }
    }
}
