package org.momo4j.convex.provider;

import org.momo4j.api.objective.Objective;
import org.momo4j.api.provider.HyperParameters;
import org.momo4j.api.provider.ObjectiveProvider;
import org.momo4j.convex.problem.MaxCoordinate;

/** Provides {@code max-coordinate}. */
public final class MaxCoordinateProvider implements ObjectiveProvider<MaxCoordinateOptions> {
    @Override
    public String name() {
        return "max-coordinate";
    }

    @Override
    public String description() {
        return "max_i |x_i − x*_i| with the coordinate of largest error as subgradient: the rate of T3 is tight on it";
    }

    @Override
    public HyperParameters<MaxCoordinateOptions> hyperParameters() {
        return HyperParameters.of(MaxCoordinateOptions.class);
    }

    @Override
    public Objective create(MaxCoordinateOptions options) {
        return options.exponent() == 0
                ? MaxCoordinate.uniform(options.dimension())
                : MaxCoordinate.powerLaw(options.dimension(), options.exponent());
    }
}
