package org.momo4j.api.step;

/** What decided the size of a step (MATH.md sections 3 and 6). */
public enum Acted {
    /** The cap α_k/ρ_k: the user's learning rate. */
    CAP,
    /** The adaptive term t_k: the step goes to where the model reaches the lower bound. */
    ADAPTIVE_TERM,
    /** Nothing moved but for the decay: the model at x_k lies at or below the lower bound. */
    MODEL_AT_BOUND,
    /** Nothing moved but for the decay: the distance to the lower bound is rounding noise. */
    NOISE_GUARD,
    /** Nothing moved but for the decay: the averaged gradient is exactly zero. */
    ZERO_DIRECTION,
    /** The method has no adaptive step size: the learning rate as it is. */
    LEARNING_RATE
}
