package org.momo4j.api.step;

/** What an optimizer needs of a {@link Sample} beyond its gradient. */
public enum Need {
    /** The loss must be a number that means something. */
    LOSS,
    /** {@link Sample#at} must work: the same function again at other points. */
    REEVALUATION,
    /** {@link Sample#batch()} must be known. */
    INDICES
}
