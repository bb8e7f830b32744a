package org.momo4j.testkit.objective;

/** What the contract may expect of an objective beyond what all promise. */
public enum Trait {
    /** Differentiable at almost every point, so that differences show its gradient. */
    DIFFERENTIABLE,
    /** Every f(., s) is convex, and gradients are true subgradients. */
    CONVEX,
    /** The loss of a batch is the mean of the losses of its examples: false with batch normalisation or dropout. */
    MEAN_OF_EXAMPLES
}
