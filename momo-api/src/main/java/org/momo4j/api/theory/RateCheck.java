package org.momo4j.api.theory;

/** A statement about the mean over runs of the average gap (1/K) Σ_{k ≤ K} (f(x_k) − f*). */
public non-sealed interface RateCheck extends Check {
    /** The largest mean average gap up to K that the statement allows. */
    double bound(Trial trial, long steps);
}
