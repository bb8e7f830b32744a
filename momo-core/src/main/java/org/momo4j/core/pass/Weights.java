package org.momo4j.core.pass;

/** The weights of one step: d_k = a d_{k-1} + b g_k, and with look-ahead p d_k + q g_k is what the step goes along. */
public interface Weights {
    /** The number of the step, from 1. */
    long k();

    /** a_k. */
    double a();

    /** b_k. */
    double b();

    /** p_k; 1 without look-ahead. */
    default double p() {
        return 1;
    }

    /** q_k; 0 without look-ahead. */
    default double q() {
        return 0;
    }
}
