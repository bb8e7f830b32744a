package org.momo4j.lab.result.compare;

import java.util.List;
import java.util.Optional;
import org.momo4j.lab.result.summary.Setting;

/**
 * A method and its place.
 *
 * @param rank         from 1; methods with the same score share it
 * @param method       its label
 * @param best         the setting with the best median
 * @param own          the range of learning rates around it in which the median is within the tolerance of the method's own best
 * @param common       the same within the tolerance of the best of all methods on the objective
 * @param significance against the best method; empty for that one
 * @param settings     all, in the order of their learning rates
 */
public record RankedMethod(int rank, String method, Setting best, RateRange own, RateRange common,
        Optional<Significance> significance, List<Setting> settings) {
    /** Copies the settings. */
    public RankedMethod {
        settings = List.copyOf(settings);
    }
}
