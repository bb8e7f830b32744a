package org.momo4j.lab.replay;

/**
 * How far our optimizer is from the reference on one run.
 *
 * @param name      of the run
 * @param optimizer which one
 * @param steps     how many were compared
 * @param params    largest relative error of the parameters after any step
 * @param bound     largest relative error of the lower bound after any step
 * @param worstStep the step, from 1, with the larger of both
 */
public record RunError(String name, String optimizer, int steps, double params, double bound, int worstStep) {
    /** No error yet. */
    static RunError none(String name, String optimizer, int steps) {
        return new RunError(name, optimizer, steps, 0, 0, 1);
    }

    /** The larger of both errors. */
    public double largest() {
        return Math.max(params, bound);
    }

    RunError with(int step, double paramsError, double boundError) {
        int worst = Math.max(paramsError, boundError) > largest() ? step : worstStep;
        return new RunError(name, optimizer, steps, Math.max(params, paramsError), Math.max(bound, boundError), worst);
    }
}
