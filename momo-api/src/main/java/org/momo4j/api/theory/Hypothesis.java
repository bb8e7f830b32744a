package org.momo4j.api.theory;

/** What theorems about MoMo assume (MATH.md section 5). */
public enum Hypothesis {
    /** f(., s) is convex for every s, and the oracle answers with true subgradients. */
    CONVEX,
    /** One x* minimises every f(., s), and f(x*, s) = f*. */
    INTERPOLATION,
    /** The lower bound that the optimizer uses is f*. */
    EXACT_BOUND,
    /** s_k is drawn independently of the past. */
    INDEPENDENT_SAMPLES,
    /** E|g(x, s)|² ≤ G² on the ball of radius R about x*. */
    BOUNDED_SECOND_MOMENT,
    /** Every f(., s) has an L-Lipschitz gradient. */
    SMOOTH
}
