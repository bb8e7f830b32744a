package org.momo4j.lab.result.export;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.momo4j.lab.journal.Row;
import org.momo4j.lab.report.Numbers;
import org.momo4j.lab.result.RunResult;
import org.momo4j.lab.result.Varied;

/** The columns of the table: those that all experiments have, what varies, and the metrics that were measured. */
final class Columns {
    private final SequencedSet<String> varied = new LinkedHashSet<>();
    private final SequencedSet<String> metrics = new LinkedHashSet<>();

    /** Makes room for a run. */
    void add(RunResult run) {
        run.plan().varies().keySet().stream().filter(Varied::isHyperParameter).forEach(varied::add);
        if (varied.contains(Varied.LR)) {
            varied.addFirst(Varied.LR);
        }
        for (Row.Evaluated row : run.evaluations()) {
            metrics.addAll(row.metrics().keySet());
        }
    }

    List<String> names() {
        List<String> names = new ArrayList<>(List.of("experiment", "run", "objective", "optimizer"));
        names.addAll(varied);
        names.addAll(List.of("seed", "status", "step", "epoch"));
        names.addAll(metrics);
        names.add("seconds");
        return names;
    }

    /** The cells of one evaluation; empty where a run has no such value. */
    List<String> cells(String experiment, RunResult run, Row.Evaluated row) {
        List<String> cells = new ArrayList<>(List.of(experiment, run.plan().name(), run.plan().objective().name(),
                run.plan().optimizer().name()));
        for (String name : varied) {
            Object value = run.plan().varies().get(name);
            cells.add(value == null ? "" : Varied.spell(value));
        }
        cells.add(Long.toString(run.plan().seed()));
        cells.add(run.status());
        cells.add(Long.toString(row.step()));
        cells.add(Numbers.plain(row.epoch()));
        for (String name : metrics) {
            Double value = row.metrics().get(name);
            cells.add(value == null ? "" : Numbers.plain(value));
        }
        cells.add(Numbers.plain(row.seconds()));
        return cells;
    }
}
