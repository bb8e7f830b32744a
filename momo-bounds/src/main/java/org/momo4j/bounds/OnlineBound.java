package org.momo4j.bounds;

import org.momo4j.api.method.LowerBound;
import org.momo4j.api.method.Model;
import org.momo4j.api.provider.HyperParameter;
import org.momo4j.api.provider.HyperParameters;
import org.momo4j.api.provider.LowerBoundProvider;
import org.momo4j.api.state.State;
import org.momo4j.api.step.Sample;

/**
 * The online estimate of MoMo* (MATH.md section 4; Schaipp, Ohana, Eickenberg, Defazio, Gower, ICML 2024).
 *
 * <p>
 * Failure mode: it is an estimate, not a bound. After an uncapped step it is the midpoint of model value and old
 * estimate, regularly overshoots f*, and relies on the reset to come down again; a floor b_0 above f* stops the method
 * early.
 */
public final class OnlineBound implements LowerBound {
    private final double floor;
    private double estimate;

    /**
     * An estimate that starts at b_0 and never falls below it.
     *
     * @param initial b_0
     * @throws IllegalArgumentException if {@code initial} is not finite
     */
    public OnlineBound(double initial) {
        if (!Double.isFinite(initial)) {
            throw new IllegalArgumentException("initial lower bound is " + initial + "; it must be a finite number");
        }
        floor = initial;
        estimate = initial;
    }

    /** 1. reset: an estimate that the model has already reached is halved towards the floor. */
    @Override
    public double before(Model model, Sample sample) {
        double n = model.lossAverage() - model.gamma() + model.decayedDirectionDotParams();
        return n < model.rho() * estimate ? Math.max(n / (2 * model.rho()), floor) : estimate;
    }

    /** 3. update: b ← max((h_k − τ_k |d_k|²/2)/ρ_k, b_0). */
    @Override
    public void after(Model model, double lowerBound, double stepSize) {
        estimate = Math.max((model.h() - stepSize * model.directionNormSquared() / 2) / model.rho(), floor);
    }

    @Override
    public double value() {
        return estimate;
    }

    @Override
    public State state() {
        return State.version(1).with("estimate", estimate);
    }

    @Override
    public void restore(State state) {
        estimate = state.requireVersion(1).scalar("estimate");
    }

    /**
     * Hyper-parameters.
     *
     * @param initial b_0
     */
    public record Parameters(
            @HyperParameter(value = "start and floor of the estimate, b_0", byDefault = "0", range = "(-inf, inf)") double initial) {}

    /** Provides an {@link OnlineBound}. */
    public static final class Provider implements LowerBoundProvider<Parameters> {
        @Override
        public String name() {
            return "online";
        }

        @Override
        public String description() {
            return "the online estimate of MoMo* (Schaipp et al., ICML 2024)";
        }

        @Override
        public HyperParameters<Parameters> hyperParameters() {
            return HyperParameters.of(Parameters.class);
        }

        @Override
        public LowerBound create(Parameters parameters) {
            return new OnlineBound(parameters.initial());
        }
    }
}
