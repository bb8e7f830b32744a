package org.momo4j.api.theory;

/** A statement about the mean over runs of the gap f(x_k) − f*. */
public non-sealed interface RateCheck extends Check {
    /** The largest mean gap that the statement allows for some k ≤ K. */
    double bound(Trial trial, long steps);
}
