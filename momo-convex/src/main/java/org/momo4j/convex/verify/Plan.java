package org.momo4j.convex.verify;

import java.util.List;
import org.momo4j.api.theory.Problem;

/**
 * What to verify.
 *
 * @param problems      problems on which the hypotheses hold
 * @param controls      problems without interpolation and without negative losses: with the bound 0, T1 and the
 *                      certificate must fail
 * @param boundControls problems on which the hypotheses hold, to be run with bounds that lie below and above f*
 * @param tight         families on which the rate is attained
 * @param subjects      methods whose claims are verified
 * @param plain         methods without momentum, run on the tight families
 * @param steps         K, where means are claimed
 * @param seeds         runs a trial
 * @param boundOffset   added to the bound that the optimizers use; 0 unless a violation is to be provoked
 * @param jobs          threads
 */
public record Plan(List<Problem> problems, List<Problem> controls, List<Problem> boundControls, List<TightFamily> tight,
        List<Subject> subjects,
        List<Subject> plain, long steps, int seeds, double boundOffset, int jobs) {
    /** Checks the numbers. */
    public Plan {
        if (steps < 1 || seeds < 1 || jobs < 1) {
            throw new IllegalArgumentException("steps, seeds and jobs are " + steps + ", " + seeds + " and " + jobs
                    + "; each must be at least 1");
        }
        if (!Double.isFinite(boundOffset)) {
            throw new IllegalArgumentException("bound offset is " + boundOffset + "; it must be a finite number");
        }
    }
}
