package org.momo4j.api.method;

/**
 * A momentum method, to which MoMo gives an adaptive step size: how it averages, and in which metric it moves.
 *
 * @param averaging      the weights (a_k, b_k)
 * @param preconditioner the metric D_k; an instance of its own for every optimizer
 */
public record MomentumMethod(Averaging averaging, Preconditioner preconditioner) {}
