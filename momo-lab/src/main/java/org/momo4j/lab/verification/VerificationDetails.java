package org.momo4j.lab.verification;

import java.util.List;
import org.momo4j.api.provider.Component;
import org.momo4j.api.theory.Finding;
import org.momo4j.convex.verify.Curve;
import org.momo4j.convex.verify.ProblemResult;
import org.momo4j.convex.verify.Verification;
import org.momo4j.lab.report.Numbers;
import org.momo4j.lab.report.Table;

/** What a line of {@link VerificationText} has no room for: how each hypothesis was decided, and the gap at every K. */
public final class VerificationDetails {
    private final Verification verification;
    private final int columns;

    /** Tables of this width. */
    public VerificationDetails(Verification verification, int columns) {
        this.verification = verification;
        this.columns = columns;
    }

    /** A section a problem. */
    public String render() {
        StringBuilder text = new StringBuilder();
        for (ProblemResult result : verification.problems()) {
            text.append(result.problem().name()).append(": ").append(result.problem().description()).append('\n');
            text.append(hypotheses(result.problem().findings()));
            Worst.of(result).ifPresent(curve -> text.append(grid(curve)));
            text.append('\n');
        }
        return text.toString();
    }

    private String hypotheses(List<Finding> findings) {
        Table table = new Table(2, "hypothesis", "holds", "how that was decided");
        findings.forEach(f -> table.row(Component.spell(f.hypothesis()), f.holds() ? "yes" : "no", f.how()));
        return table.render(columns);
    }

    private String grid(Curve curve) {
        Table table = new Table(2, "K", "least mean gap", "average gap", "mean gap", "10% of runs below",
                "90% below", "bound", "average/bound");
        for (Curve.Point point : curve.points()) {
            table.row(Long.toString(point.k()), Numbers.brief(point.gap()), Numbers.brief(point.average()),
                    Numbers.brief(point.mean()),
                    Numbers.brief(point.low()),
                    Numbers.brief(point.high()), Numbers.brief(point.bound()),
                    Numbers.brief(point.average() / point.bound()));
        }
        return "  " + curve.optimizer() + ", runs: " + curve.paths() + "\n" + table.render(columns);
    }
}
