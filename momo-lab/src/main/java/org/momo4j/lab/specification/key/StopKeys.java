package org.momo4j.lab.specification.key;

import org.momo4j.api.provider.HyperParameter;
import org.momo4j.lab.experiment.Training.Stopping;

/**
 * When a run ends before its length, as a specification says it.
 *
 * @param gap          smallest gap
 * @param gradientNorm smallest norm
 * @param patience     evaluations
 * @param seconds      of optimisation
 */
public record StopKeys(
        @HyperParameter(value = "ends when f(x) - f* is at most this; 0: never", byDefault = "0", range = "[0, inf)") double gap,
        @HyperParameter(value = "ends when the norm of the full gradient is at most this; 0: never", byDefault = "0", range = "[0, inf)") double gradientNorm,
        @HyperParameter(value = "ends after so many evaluations without a new lowest loss; 0: never", byDefault = "0", range = "[0, inf)") int patience,
        @HyperParameter(value = "ends after so many seconds of optimisation", byDefault = "inf", range = "(0, inf]") double seconds) {
    /** As runs have it. */
    public Stopping stopping() {
        return new Stopping(gap, gradientNorm, patience, seconds);
    }
}
