package org.momo4j.lab.run.diagnostics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.momo4j.api.state.State;
import org.momo4j.api.step.Acted;
import org.momo4j.api.step.StepReport;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;

/** Reports as a table of columns, each a vector of the state, and back. */
final class ReportTable {
    private static final String EXTRA = "extra.";
    private static final String HAS = "has.";

    private ReportTable() {}

    static State state(Collection<StepReport> reports) {
        State state = State.version(1).with("count", reports.size());
        column(state, "k", reports, StepReport::k);
        column(state, "loss", reports, StepReport::loss);
        column(state, "learningRate", reports, StepReport::learningRate);
        column(state, "stepSize", reports, StepReport::stepSize);
        column(state, "adaptiveTerm", reports, StepReport::adaptiveTerm);
        column(state, "cap", reports, StepReport::cap);
        column(state, "acted", reports, r -> r.acted().ordinal());
        column(state, "rho", reports, StepReport::rho);
        column(state, "lowerBound", reports, StepReport::lowerBound);
        column(state, "modelValue", reports, StepReport::modelValue);
        column(state, "directionNorm", reports, StepReport::directionNorm);
        TreeSet<String> extras = new TreeSet<>();
        reports.forEach(r -> extras.addAll(r.extras().keySet()));
        for (String name : extras) {
            column(state, EXTRA + name, reports, r -> r.extras().getOrDefault(name, Double.NaN));
            column(state, HAS + name, reports, r -> r.extras().containsKey(name) ? 1 : 0);
        }
        return state;
    }

    private static void column(State state, String name, Collection<StepReport> reports,
            ToDoubleFunction<StepReport> value) {
        state.with(name, FlatVector.of(reports.stream().mapToDouble(value).toArray()));
    }

    static List<StepReport> read(State state) {
        int count = (int) state.requireVersion(1).scalar("count");
        List<StepReport> reports = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            reports.add(report(state, count, i));
        }
        return reports;
    }

    private static StepReport report(State state, int count, int i) {
        StepReport.Builder report = new StepReport.Builder().k((long) cell(state, "k", count, i))
                .loss(cell(state, "loss", count, i)).learningRate(cell(state, "learningRate", count, i))
                .stepSize(cell(state, "stepSize", count, i)).adaptiveTerm(cell(state, "adaptiveTerm", count, i))
                .cap(cell(state, "cap", count, i)).acted(Acted.values()[(int) cell(state, "acted", count, i)])
                .rho(cell(state, "rho", count, i)).lowerBound(cell(state, "lowerBound", count, i))
                .modelValue(cell(state, "modelValue", count, i))
                .directionNorm(cell(state, "directionNorm", count, i));
        for (Map.Entry<String, FlatVector> column : state.vectors().entrySet()) {
            if (column.getKey().startsWith(EXTRA)) {
                String name = column.getKey().substring(EXTRA.length());
                if (cell(state, HAS + name, count, i) == 1) {
                    report.extra(name, column.getValue().get(i));
                }
            }
        }
        return report.build();
    }

    private static double cell(State state, String column, int count, int i) {
        return state.vector(column, ElementType.FLOAT64, count).get(i);
    }
}
