package org.momo4j.lab.result.compare;

import java.util.List;
import org.momo4j.lab.report.Numbers;
import org.momo4j.lab.report.Table;

/**
 * Comparisons for people.
 *
 * @param comparisons one an objective
 */
public record ComparisonText(List<Comparison> comparisons) {
    /** Tables, wrapped at this width, and what their columns mean. */
    public String render(int columns) {
        StringBuilder text = new StringBuilder();
        comparisons.forEach(c -> text.append(c.objective()).append(", ").append(c.metric().name())
                .append(c.metric().isMoreBetter() ? " (more is better)" : "").append(", initially ")
                .append(Numbers.brief(c.initial())).append('\n').append(table(c).render(columns)).append('\n'));
        return text + legend(comparisons.getFirst().tolerance());
    }

    private static Table table(Comparison comparison) {
        Table table = new Table(2, "rank", "method", "score", "lr", "seeds", "diverged", "width", "lr range",
                "width of best", "p", "against the best");
        for (RankedMethod m : comparison.methods()) {
            table.row(Integer.toString(m.rank()), m.method(), Numbers.brief(m.best().spread().median()),
                    lr(m.best().rate()), Integer.toString(m.best().spread().n()),
                    Integer.toString(m.settings().stream().mapToInt(s -> s.diverged()).sum()), width(m.own()),
                    range(m.own()), width(m.common()),
                    m.significance().map(s -> Numbers.brief(s.probability())).orElse("-"),
                    m.significance().map(Significance::verdict).orElse("the best"));
        }
        return table;
    }

    private static String lr(double rate) {
        return Double.isNaN(rate) ? "-" : Numbers.plain(rate);
    }

    private static String width(RateRange range) {
        return (range.open() ? ">= " : "") + Numbers.brief(range.decades());
    }

    private static String range(RateRange range) {
        return Double.isNaN(range.least())
                ? "-"
                : Numbers.plain(range.least()) + " .. " + Numbers.plain(range.most());
    }

    private static String legend(double tolerance) {
        String share = Numbers.brief(100 * (1 - tolerance));
        return """
                score: median over seeds at the learning rate where it is best; a run that diverged counts as worst.
                width: decades of neighbouring learning rates, around the best, whose median has come %s%% of the way from the
                initial score to the method's best (gaps in orders of magnitude, down to rounding; other metrics as they are);
                width of best: the same to the best of all methods. >= where the range ends with the grid; - where it is empty.
                p: Mann-Whitney U test over seeds against the best method, two-sided, not corrected for the choice of learning
                rates and the number of methods; different: p <= %s.
                """
                .formatted(share, Numbers.plain(Significance.LEVEL));
    }
}
