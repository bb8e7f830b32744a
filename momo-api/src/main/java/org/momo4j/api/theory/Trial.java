package org.momo4j.api.theory;

import org.momo4j.api.method.Averaging;

/**
 * One method on one problem: what a check is asked about.
 *
 * @param problem    the problem
 * @param optimizer  the method and its settings, as reports spell it
 * @param averaging  the averaging that the method claims
 * @param cap        α, the constant learning rate; may be infinite
 * @param lowerBound the bound that the optimizer uses, which stands for f* in every statement
 * @param steps      K
 * @param paths      number of independent runs
 */
public record Trial(Problem problem, String optimizer, Averaging averaging, double cap, double lowerBound, long steps,
        int paths) {
    /** The same trial with another number of runs. */
    public Trial withPaths(int other) {
        return new Trial(problem, optimizer, averaging, cap, lowerBound, steps, other);
    }
}
