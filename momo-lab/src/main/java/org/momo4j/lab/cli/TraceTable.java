package org.momo4j.lab.cli;

import java.util.List;
import java.util.Map;
import org.momo4j.api.provider.Component;
import org.momo4j.api.step.StepReport;
import org.momo4j.lab.experiment.Outcome;
import org.momo4j.lab.report.Numbers;
import org.momo4j.lab.report.Table;
import org.momo4j.lab.run.Trace;

/**
 * A trace as a table, in the symbols of docs/MATH.md, and as a document, in the names that code has for them.
 *
 * @param run   the name of the run
 * @param trace its steps
 */
record TraceTable(String run, Trace trace) {
    /** What {@code momo trace --format json} prints. */
    record Document(String run, List<Line> steps, String outcome) {}

    /** A step; NaN where the method knows no such quantity. */
    record Line(long k, double loss, double learningRate, double lossAverage, double gamma, double rho,
            double directionDotParams, double h, double directionNormSquared, double lowerBound, double adaptiveTerm,
            double cap, double stepSize, String acted, Map<String, Double> extras) {
        static Line of(StepReport step) {
            return new Line(step.k(), step.loss(), step.learningRate(), step.lossAverage(), step.gamma(), step.rho(),
                    step.directionDotParams(), step.lossAverage() + step.directionDotParams() - step.gamma(),
                    step.directionNorm() * step.directionNorm(), step.lowerBound(), step.adaptiveTerm(), step.cap(),
                    step.stepSize(), Component.spell(step.acted()), step.extras());
        }
    }

    Document document() {
        return new Document(run, trace.steps().stream().map(Line::of).toList(), outcome());
    }

    String render(int columns) {
        Table table = new Table(0, "k", "f_k", "alpha_k", "f-bar_k", "gamma_k", "rho_k", "<d,x>", "h_k", "|d|^2",
                "f*_k", "t_k", "alpha/rho", "tau_k", "acted");
        for (StepReport step : trace.steps()) {
            Line line = Line.of(step);
            table.row(Long.toString(line.k()), Numbers.brief(line.loss()), Numbers.brief(line.learningRate()),
                    Numbers.brief(line.lossAverage()), Numbers.brief(line.gamma()), Numbers.brief(line.rho()),
                    Numbers.brief(line.directionDotParams()), Numbers.brief(line.h()),
                    Numbers.brief(line.directionNormSquared()), Numbers.brief(line.lowerBound()),
                    Numbers.brief(line.adaptiveTerm()), Numbers.brief(line.cap()), Numbers.brief(line.stepSize()),
                    line.acted());
        }
        return "run " + run + "\n" + table.render(columns) + outcome();
    }

    private String outcome() {
        return trace.outcome().map(TraceTable::sentence).orElse("");
    }

    private static String sentence(Outcome outcome) {
        return Component.spell(outcome.status()) + " after step " + outcome.step()
                + (outcome.reason().isEmpty() ? "" : ": " + outcome.reason());
    }
}
