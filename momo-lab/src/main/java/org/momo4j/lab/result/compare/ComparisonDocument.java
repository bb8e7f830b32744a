package org.momo4j.lab.result.compare;

import java.util.List;
import org.momo4j.lab.result.summary.Setting;
import org.momo4j.lab.result.summary.Spread;

/**
 * What {@code momo compare --format json} prints.
 *
 * @param experiment its name
 * @param tolerance  of the widths
 * @param objectives a comparison each
 * @param damaged    a sentence about each run that was passed over
 */
public record ComparisonDocument(String experiment, double tolerance, List<Objective> objectives,
        List<String> damaged) {
    /**
     * One objective.
     *
     * @param objective with what varies of it
     * @param metric    what the scores are
     * @param initial   the score before the first step
     * @param methods   best first
     */
    public record Objective(String objective, String metric, double initial, List<Ranked> methods) {}

    /**
     * One method.
     *
     * @param rank        from 1
     * @param method      its label
     * @param score       median over seeds at the best learning rate
     * @param lr          that learning rate
     * @param width       of the range around it within the tolerance of the method's best
     * @param widthOfBest of that within the tolerance of the best of all methods
     * @param probability against the best method; NaN for that one
     * @param verdict     what it means
     * @param settings    statistics at every learning rate
     */
    public record Ranked(int rank, String method, double score, double lr, RateRange width, RateRange widthOfBest,
            double probability, String verdict, List<AtRate> settings) {}

    /**
     * A method at one learning rate.
     *
     * @param lr         the learning rate
     * @param runs       how many
     * @param diverged   among them
     * @param failed     among them
     * @param unfinished among them
     * @param scores     statistics over seeds
     */
    public record AtRate(double lr, int runs, int diverged, int failed, int unfinished, Spread scores) {}

    /** The document of comparisons. */
    public static ComparisonDocument of(String experiment, double tolerance, List<Comparison> comparisons,
            List<String> damaged) {
        return new ComparisonDocument(experiment, tolerance,
                comparisons.stream().map(c -> new Objective(c.objective(), c.metric().name(), c.initial(),
                        c.methods().stream().map(ComparisonDocument::ranked).toList())).toList(),
                damaged);
    }

    private static Ranked ranked(RankedMethod m) {
        return new Ranked(m.rank(), m.method(), m.best().spread().median(), m.best().rate(), m.own(), m.common(),
                m.significance().map(Significance::probability).orElse(Double.NaN),
                m.significance().map(Significance::verdict).orElse("the best"),
                m.settings().stream().map(ComparisonDocument::atRate).toList());
    }

    private static AtRate atRate(Setting s) {
        return new AtRate(s.rate(), s.runs(), s.diverged(), s.failed(), s.unfinished(), s.spread());
    }
}
