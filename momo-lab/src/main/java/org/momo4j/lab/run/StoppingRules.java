package org.momo4j.lab.run;

import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.momo4j.api.state.State;
import org.momo4j.api.state.Stateful;
import org.momo4j.lab.experiment.Training.Stopping;

/** Decides at every evaluation whether a run has gone on for long enough. */
final class StoppingRules implements Stateful {
    private final Stopping rules;
    private double lowest = Double.POSITIVE_INFINITY;
    private long since;

    StoppingRules(Stopping rules) {
        this.rules = rules;
    }

    /**
     * The reason to stop, if there is one.
     *
     * @param loss         f(x)
     * @param gap          f(x) − f*; NaN where f* is not known
     * @param gradientNorm computes the norm of the full gradient, asked for only if a rule needs it
     */
    Optional<String> reason(double loss, double gap, DoubleSupplier gradientNorm) {
        if (loss < lowest) {
            lowest = loss;
            since = 0;
        } else {
            since++;
        }
        if (rules.gap() > 0 && gap <= rules.gap()) {
            return Optional.of("the gap is " + gap + ", at most " + rules.gap());
        }
        if (rules.gradientNorm() > 0) {
            double norm = gradientNorm.getAsDouble();
            if (norm <= rules.gradientNorm()) {
                return Optional.of("the norm of the gradient is " + norm + ", at most " + rules.gradientNorm());
            }
        }
        return rules.patience() > 0 && since >= rules.patience()
                ? Optional.of("no new lowest loss in " + since + " evaluations; the lowest is " + lowest)
                : Optional.empty();
    }

    @Override
    public State state() {
        return State.version(1).with("lowest", lowest).with("since", since);
    }

    @Override
    public void restore(State state) {
        double saved = state.requireVersion(1).scalar("lowest");
        since = (long) state.scalar("since");
        lowest = saved;
    }
}
