package org.momo4j.lab.run.diagnostics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.momo4j.api.state.State;
import org.momo4j.api.state.Stateful;
import org.momo4j.api.step.RunListener;
import org.momo4j.api.step.StepReport;

/**
 * Keeps the reports of at most so many steps. In this order of importance:
 * <ol>
 * <li>the first step, the last, and the first of those with the largest loss, the largest and the smallest step size;
 * <li>every step at which something else {@link StepReport#acted acted} than at the step before: all of them, if they take no
 * more than half of what is left, or else none;
 * <li>every 2^j-th step, with the smallest j for which they fit: when they do not, every second one is let go.
 * </ol>
 * What is kept depends on the reports alone, and memory on the budget alone.
 */
public final class Thinning implements RunListener, Stateful {
    private final int budget;
    private final Extremes extremes = new Extremes();
    private final SequencedMap<Long, StepReport> changes = new TreeMap<>();
    private final SequencedMap<Long, StepReport> regular = new TreeMap<>();
    private boolean changesFit = true;
    private long stride = 1;

    /** Keeps at most {@code budget} reports. */
    public Thinning(int budget) {
        this.budget = budget;
    }

    @Override
    public void step(StepReport report) {
        int room = Math.max(0, budget - Extremes.COUNT);
        boolean changed = extremes.last().filter(last -> last.acted() != report.acted()).isPresent();
        extremes.observe(report);
        if (changed && changesFit) {
            changes.put(report.k(), report);
            if (changes.size() > room / 2) {
                changesFit = false;
                changes.clear();
            }
        }
        if ((report.k() - 1) % stride == 0) {
            regular.put(report.k(), report);
        }
        while (regular.size() > room - changes.size()) {
            if (room == 0) {
                regular.clear();
                break;
            }
            stride *= 2;
            regular.keySet().removeIf(k -> (k - 1) % stride != 0);
        }
    }

    /** The reports kept, in the order of the steps. */
    public List<StepReport> kept() {
        TreeMap<Long, StepReport> kept = new TreeMap<>(regular);
        kept.putAll(changes);
        extremes.byImportance().stream().limit(budget).forEach(report -> kept.put(report.k(), report));
        return new ArrayList<>(kept.values());
    }

    @Override
    public State state() {
        return State.version(1).with("stride", stride).with("changesFit", changesFit ? 1 : 0)
                .with("extremes", ReportTable.state(extremes.byImportance()))
                .with("changes", ReportTable.state(changes.values()))
                .with("regular", ReportTable.state(regular.values()));
    }

    @Override
    public void restore(State state) {
        List<StepReport> savedExtremes = ReportTable.read(state.requireVersion(1).child("extremes"));
        List<StepReport> savedChanges = ReportTable.read(state.child("changes"));
        List<StepReport> savedRegular = ReportTable.read(state.child("regular"));
        changesFit = state.scalar("changesFit") == 1;
        stride = (long) state.scalar("stride");
        extremes.restore(savedExtremes);
        fill(changes, savedChanges);
        fill(regular, savedRegular);
    }

    private static void fill(SequencedMap<Long, StepReport> reports, Collection<StepReport> saved) {
        reports.clear();
        saved.forEach(report -> reports.put(report.k(), report));
    }
}
