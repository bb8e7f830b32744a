package org.momo4j.convex.provider;

import java.util.Optional;
import org.momo4j.api.objective.Objective;
import org.momo4j.api.provider.HyperParameters;
import org.momo4j.api.provider.HyperParameters.Both;
import org.momo4j.api.provider.ObjectiveProvider;
import org.momo4j.convex.data.Dataset;
import org.momo4j.convex.optimum.LeastSquaresOptimum;
import org.momo4j.convex.problem.LinearObjective;
import org.momo4j.convex.problem.SquaredLoss;

/** Provides {@code least-squares}. */
public final class LeastSquaresProvider implements ObjectiveProvider<Both<DataOptions, Terms>> {
    @Override
    public String name() {
        return "least-squares";
    }

    @Override
    public String description() {
        return "(1/2n) Σ (<a_s, x> − b_s)² + (l2/2)|x|² + shift";
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
        Dataset data = options.first().regression().data();
        Terms terms = options.second();
        return new LinearObjective(data, new SquaredLoss(), terms.l2(), terms.shift(),
                () -> Optional.of(Shifted.by(terms.shift(), LeastSquaresOptimum.of(data, terms.l2()))));
    }
}
