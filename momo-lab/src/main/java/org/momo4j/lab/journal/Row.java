package org.momo4j.lab.journal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.momo4j.api.step.StepReport;
import org.momo4j.lab.experiment.Outcome;

/** One line of a journal. */
public sealed interface Row {
    /** Steps made when it was written. */
    long step();

    /**
     * The objective was evaluated.
     *
     * @param step    steps made
     * @param epoch   passes over the examples, a fraction within one
     * @param metrics by name, {@code train_loss} first; {@code gap} where the optimum is known
     * @param seconds of optimisation so far
     */
    record Evaluated(long step, double epoch, Map<String, Double> metrics, double seconds) implements Row {
        /** Copies the metrics, in their order. */
        public Evaluated {
            metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
        }
    }

    /**
     * A step that was kept.
     *
     * @param report what it did
     */
    record Stepped(StepReport report) implements Row {
        @Override
        public long step() {
            return report.k();
        }
    }

    /**
     * The end of a run.
     *
     * @param outcome how it ended
     */
    record Ended(Outcome outcome) implements Row {
        @Override
        public long step() {
            return outcome.step();
        }
    }
}
