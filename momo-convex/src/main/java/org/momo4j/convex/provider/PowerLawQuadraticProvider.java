package org.momo4j.convex.provider;

import org.momo4j.api.objective.Objective;
import org.momo4j.api.provider.HyperParameters;
import org.momo4j.api.provider.ObjectiveProvider;
import org.momo4j.convex.problem.PowerLawQuadratic;

/** Provides {@code power-law-quadratic}. */
public final class PowerLawQuadraticProvider implements ObjectiveProvider<PowerLawOptions> {
    @Override
    public String name() {
        return "power-law-quadratic";
    }

    @Override
    public String description() {
        return "½ Σ i^(−p) (x_i − i^(−q))²: smooth, convex, hardly strongly convex";
    }

    @Override
    public HyperParameters<PowerLawOptions> hyperParameters() {
        return HyperParameters.of(PowerLawOptions.class);
    }

    @Override
    public Objective create(PowerLawOptions options) {
        return new PowerLawQuadratic(options.dimension(), options.p(), options.q());
    }
}
