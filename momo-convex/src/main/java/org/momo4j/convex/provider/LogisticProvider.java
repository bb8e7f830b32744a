package org.momo4j.convex.provider;

import java.util.Optional;
import org.momo4j.api.objective.Objective;
import org.momo4j.api.provider.HyperParameters;
import org.momo4j.api.provider.HyperParameters.Both;
import org.momo4j.api.provider.ObjectiveProvider;
import org.momo4j.convex.data.Dataset;
import org.momo4j.convex.optimum.LogisticOptimum;
import org.momo4j.convex.problem.LinearObjective;
import org.momo4j.convex.problem.LogisticLoss;

/** Provides {@code logistic}. */
public final class LogisticProvider implements ObjectiveProvider<Both<DataOptions, Terms>> {
    @Override
    public String name() {
        return "logistic";
    }

    @Override
    public String description() {
        return "(1/n) Σ log(1 + exp(−b_s <a_s, x>)) + (l2/2)|x|² + shift; two labels, mapped to ±1";
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
        Dataset data = options.first().classification(0).data();
        Terms terms = options.second();
        return new LinearObjective(data, new LogisticLoss(), terms.l2(), terms.shift(),
                () -> Optional.of(Shifted.by(terms.shift(), LogisticOptimum.of(data, terms.l2()))));
    }
}
