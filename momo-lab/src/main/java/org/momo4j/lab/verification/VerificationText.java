package org.momo4j.lab.verification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.momo4j.api.provider.Component;
import org.momo4j.api.theory.Finding;
import org.momo4j.convex.verify.CheckResult;
import org.momo4j.convex.verify.Curve;
import org.momo4j.convex.verify.ProblemResult;
import org.momo4j.convex.verify.Verification;
import org.momo4j.lab.report.Counted;
import org.momo4j.lab.report.Numbers;
import org.momo4j.lab.report.Table;

/** A verification as people read it: problems, failed checks, negative controls, one line that sums up. */
public final class VerificationText {
    private final Verification verification;
    private final int columns;

    /** Tables of this width. */
    public VerificationText(Verification verification, int columns) {
        this.verification = verification;
        this.columns = columns;
    }

    /** The whole text. */
    public String render() {
        return Stream.of(problems(), failures(), controls(), summary()).filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private String problems() {
        if (verification.problems().isEmpty()) {
            return "";
        }
        Table table = new Table(0, "problem", "samples", "dim", "hypotheses", "K", "gap", "bound", "worst ratio",
                "exponent [95%]", "verdict", "nearest method");
        for (ProblemResult result : verification.problems()) {
            Curve worst = Worst.of(result).orElse(
                    new Curve("-", 0, List.of(), Double.NaN,
                            new Curve.Exponent(Double.NaN, Double.NaN, Double.NaN, Double.NaN)));
            boolean measured = !worst.points().isEmpty();
            table.row(result.problem().name(), Integer.toString(result.samples()), Long.toString(result.dimension()),
                    hypotheses(result.problem().findings()),
                    measured ? Long.toString(worst.points().getLast().k()) : "-",
                    measured ? Numbers.brief(worst.points().getLast().gap()) : "-",
                    measured ? Numbers.brief(worst.points().getLast().bound()) : "-",
                    Numbers.brief(worst.worstRatio()),
                    exponent(worst.exponent()), verdict(result.problem().name()), worst.optimizer());
        }
        return table.render(columns);
    }

    private static String hypotheses(List<Finding> findings) {
        List<String> failing = findings.stream().filter(f -> !f.holds()).map(f -> Component.spell(f.hypothesis()))
                .toList();
        return failing.isEmpty() ? "ok" : "not " + String.join(", ", failing);
    }

    private static String exponent(Curve.Exponent exponent) {
        return Double.isNaN(exponent.slope())
                ? "-"
                : String.format(Locale.ROOT, "%.3f [%.3f, %.3f]", exponent.slope(), exponent.low(), exponent.high());
    }

    private String verdict(String problem) {
        List<CheckResult> own = verification.checks().stream()
                .filter(c -> c.problem().equals(problem) && control(c).isEmpty()).toList();
        long failed = own.stream().filter(c -> !c.holds()).count();
        return failed > 0 ? failed + " of " + own.size() + " FAILED" : own.isEmpty() ? "-" : "ok " + own.size();
    }

    private String failures() {
        List<CheckResult> failed = verification.checks().stream().filter(c -> !c.holds()).toList();
        if (failed.isEmpty()) {
            return "";
        }
        Table table = new Table(2, "problem", "check", "expected", "value", "limit", "method");
        failed.forEach(c -> table.row(c.problem(), c.check(), Component.spell(c.expected()), Numbers.brief(c.value()),
                Numbers.brief(c.limit()), c.optimizer()));
        return "failed checks\n" + table.render(columns);
    }

    /** What a negative control took away, as the verifier writes it behind the method; empty for all others. */
    private static String control(CheckResult check) {
        int from = check.optimizer().indexOf(" (");
        return from < 0 ? "" : check.optimizer().substring(from + 2, check.optimizer().length() - 1);
    }

    private String controls() {
        Map<List<String>, List<CheckResult>> groups = verification.checks().stream().filter(c -> !control(c).isEmpty())
                .collect(Collectors.groupingBy(
                        c -> List.of(control(c), c.check(), Component.spell(c.expected())), LinkedHashMap::new,
                        Collectors.toCollection(ArrayList::new)));
        if (groups.isEmpty()) {
            return "negative controls: none on these problems\n";
        }
        Table table = new Table(2, "taken away", "check", "expected", "seen", "verdict");
        groups.forEach((key, checks) -> {
            long seen = checks.stream().filter(CheckResult::holds).count();
            table.row(key.get(0), key.get(1), key.get(2), seen + "/" + checks.size(),
                    seen == checks.size() ? "ok" : "FAILED");
        });
        return "negative controls: a hypothesis is taken away on purpose, and the checks must see it\n"
                + table.render(columns);
    }

    private String summary() {
        long problems = verification.checks().stream().map(CheckResult::problem).distinct().count();
        long failed = verification.failed();
        return Counted.of(verification.checks().size(), "check") + " on " + Counted.of(problems, "problem") + ": "
                + (failed == 0 ? "all hold" : failed + " FAILED") + "\n";
    }
}
