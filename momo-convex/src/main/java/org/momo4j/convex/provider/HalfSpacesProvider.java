package org.momo4j.convex.provider;

import org.momo4j.api.objective.Objective;
import org.momo4j.api.provider.HyperParameters;
import org.momo4j.api.provider.HyperParameters.Both;
import org.momo4j.api.provider.ObjectiveProvider;
import org.momo4j.convex.problem.HalfSpaceLoss;

/** Provides {@code half-spaces}. */
public final class HalfSpacesProvider implements ObjectiveProvider<Both<Both<DataOptions, Terms>, Margin>> {
    @Override
    public String name() {
        return "half-spaces";
    }

    @Override
    public String description() {
        return "(1/n) Σ (<a_s, x> − b_s)_+ with |a_s| = 1, + (l2/2)|x|² + shift: a point in many half-spaces";
    }

    @Override
    public HyperParameters<Both<Both<DataOptions, Terms>, Margin>> hyperParameters() {
        return HyperParameters.both(
                HyperParameters.both(HyperParameters.of(DataOptions.class), HyperParameters.of(Terms.class)),
                HyperParameters.of(Margin.class));
    }

    @Override
    public void requireData(Both<Both<DataOptions, Terms>, Margin> options) {
        options.first().first().requireFile();
    }

    @Override
    public Objective create(Both<Both<DataOptions, Terms>, Margin> options) {
        return Planted.objective(options.first().first().halfSpaces(options.second().margin()), new HalfSpaceLoss(),
                options.first().second());
    }
}
