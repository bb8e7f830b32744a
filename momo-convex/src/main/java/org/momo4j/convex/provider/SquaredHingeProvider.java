package org.momo4j.convex.provider;

import org.momo4j.api.objective.Objective;
import org.momo4j.api.provider.HyperParameters;
import org.momo4j.api.provider.HyperParameters.Both;
import org.momo4j.api.provider.ObjectiveProvider;
import org.momo4j.convex.problem.SquaredHingeLoss;

/** Provides {@code squared-hinge}. */
public final class SquaredHingeProvider implements ObjectiveProvider<Both<Both<DataOptions, Terms>, Margin>> {
    @Override
    public String name() {
        return "squared-hinge";
    }

    @Override
    public String description() {
        return "(1/2n) Σ (1 − b_s <a_s, x>)_+² + (l2/2)|x|² + shift; two labels, mapped to ±1";
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
        return Planted.objective(options.first().first().classification(options.second().margin()),
                new SquaredHingeLoss(),
                options.first().second());
    }
}
