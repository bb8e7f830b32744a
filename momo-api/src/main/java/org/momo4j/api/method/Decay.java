package org.momo4j.api.method;

/** How weight decay enters a step (MATH.md section 3). */
public enum Decay {
    /** The penalty is part of the problem that the step solves: division by 1 + α λ. */
    PROXIMAL,
    /** The penalty acts beside the step, as in AdamW: multiplication by 1 − α λ. */
    DECOUPLED
}
