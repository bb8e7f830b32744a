package org.momo4j.bounds;

import org.momo4j.api.method.LowerBound;
import org.momo4j.api.method.Model;
import org.momo4j.api.provider.HyperParameter;
import org.momo4j.api.provider.HyperParameters;
import org.momo4j.api.provider.LowerBoundProvider;
import org.momo4j.api.state.State;
import org.momo4j.api.step.Sample;

/**
 * A constant f* (MATH.md section 4). Zero is right for most losses.
 *
 * <p>
 * Failure mode: a value below the optimal one makes the adaptive term too large (no protection, only the cap acts); a
 * value above it stops the method as soon as the model reaches the value.
 */
public final class KnownBound implements LowerBound {
    private final double value;

    /**
     * A constant bound.
     *
     * @throws IllegalArgumentException if {@code value} is not finite
     */
    public KnownBound(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("lower bound is " + value + "; it must be a finite number");
        }
        this.value = value;
    }

    @Override
    public double before(Model model, Sample sample) {
        return value;
    }

    @Override
    public double value() {
        return value;
    }

    @Override
    public State state() {
        return State.empty();
    }

    @Override
    public void restore(State state) {
        state.requireVersion(1);
    }

    /**
     * Hyper-parameters.
     *
     * @param value f*
     */
    public record Parameters(
            @HyperParameter(value = "the bound f*", byDefault = "0", range = "(-inf, inf)") double value) {}

    /** Provides a {@link KnownBound}. */
    public static final class Provider implements LowerBoundProvider<Parameters> {
        @Override
        public String name() {
            return "known";
        }

        @Override
        public String description() {
            return "a constant bound; zero is right for most losses";
        }

        @Override
        public HyperParameters<Parameters> hyperParameters() {
            return HyperParameters.of(Parameters.class);
        }

        @Override
        public LowerBound create(Parameters parameters) {
            return new KnownBound(parameters.value());
        }
    }
}
