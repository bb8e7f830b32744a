package org.momo4j.bounds;

import java.util.List;
import org.momo4j.api.method.LowerBound;
import org.momo4j.api.method.Model;
import org.momo4j.api.objective.Batch;
import org.momo4j.api.provider.HyperParameter;
import org.momo4j.api.provider.HyperParameters;
import org.momo4j.api.provider.LowerBoundProvider;
import org.momo4j.api.state.State;
import org.momo4j.api.step.Sample;

/**
 * A known bound f*(s) for every example, averaged over the batch here and over the steps by MoMo, with the weights of
 * the loss (MATH.md section 4, per-sample bounds). Source: the f_i* of SPS_max (Loizou, Vaswani, Laradji,
 * Lacoste-Julien, AISTATS 2021).
 *
 * <p>
 * Failure mode: the minima of single examples lie below the minimum of their mean unless the problem interpolates, so
 * without interpolation this is too low a target, as a known bound of zero is.
 */
public final class PerSampleBound implements LowerBound {
    private final double[] values;

    /**
     * Known bounds.
     *
     * @param values f*(s) for s = 0, 1, ...
     * @throws IllegalArgumentException if one of them is not finite
     */
    public PerSampleBound(double... values) {
        this.values = values.clone();
        for (int s = 0; s < values.length; s++) {
            if (!Double.isFinite(values[s])) {
                throw new IllegalArgumentException(
                        "lower bound of example " + s + " is " + values[s] + "; it must be a finite number");
            }
        }
    }

    @Override
    public Scope scope() {
        return Scope.SAMPLE;
    }

    /**
     * The mean bound over the batch.
     *
     * @throws IllegalArgumentException if the batch is unknown, or has an example without a bound
     */
    @Override
    public double before(Model model, Sample sample) {
        Batch batch = sample.batch();
        if (batch.size() == 0) {
            throw new IllegalArgumentException(
                    "per-sample bounds need to know the examples of a batch; this one is unknown");
        }
        double sum = 0;
        for (int i = 0; i < batch.size(); i++) {
            int s = batch.index(i);
            if (s >= values.length) {
                throw new IllegalArgumentException(
                        "no lower bound is known for example " + s + "; there are " + values.length);
            }
            sum += values[s];
        }
        return sum / batch.size();
    }

    /** NaN: there is no single number. */
    @Override
    public double value() {
        return Double.NaN;
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
     * @param values f*(s) for s = 0, 1, ...
     */
    public record Parameters(
            @HyperParameter(value = "the bound of every example", range = "(-inf, inf)") List<Double> values) {}

    /** Provides a {@link PerSampleBound}. */
    public static final class Provider implements LowerBoundProvider<Parameters> {
        @Override
        public String name() {
            return "per-sample";
        }

        @Override
        public String description() {
            return "a known bound for every example, as in SPS_max (Loizou et al., AISTATS 2021)";
        }

        @Override
        public HyperParameters<Parameters> hyperParameters() {
            return HyperParameters.of(Parameters.class);
        }

        @Override
        public LowerBound create(Parameters parameters) {
            return new PerSampleBound(parameters.values().stream().mapToDouble(Double::doubleValue).toArray());
        }
    }
}
