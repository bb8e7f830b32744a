package org.momo4j.lab.run;

import java.util.Map;
import java.util.function.Consumer;
import org.momo4j.api.step.RunListener;
import org.momo4j.lab.journal.Row;

/**
 * Turns evaluations into rows.
 *
 * @param epochs how steps and epochs relate
 * @param watch  the time that steps took
 * @param rows   takes the rows
 */
public record JournalRows(Epochs epochs, Stopwatch watch, Consumer<Row.Evaluated> rows) implements RunListener {
    @Override
    public void evaluated(long k, Map<String, Double> metrics) {
        rows.accept(new Row.Evaluated(k, epochs.at(k), metrics, watch.seconds()));
    }
}
