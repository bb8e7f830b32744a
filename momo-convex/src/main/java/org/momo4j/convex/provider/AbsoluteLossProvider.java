package org.momo4j.convex.provider;

import org.momo4j.api.objective.Objective;
import org.momo4j.api.provider.HyperParameters;
import org.momo4j.api.provider.HyperParameters.Both;
import org.momo4j.api.provider.ObjectiveProvider;
import org.momo4j.convex.problem.AbsoluteLoss;

/** Provides {@code absolute-loss}. */
public final class AbsoluteLossProvider implements ObjectiveProvider<Both<DataOptions, Terms>> {
    @Override
    public String name() {
        return "absolute-loss";
    }

    @Override
    public String description() {
        return "(1/n) Σ |<a_s, x> − b_s| + (l2/2)|x|² + shift";
    }

    @Override
    public HyperParameters<Both<DataOptions, Terms>> hyperParameters() {
        return HyperParameters.both(HyperParameters.of(DataOptions.class), HyperParameters.of(Terms.class));
    }

    @Override
    public void requireData(Both<DataOptions, Terms> options) {
        options.first().requireFile();
    }

    @Override
    public Objective create(Both<DataOptions, Terms> options) {
        return Planted.objective(options.first().regression(), new AbsoluteLoss(), options.second());
    }
}
