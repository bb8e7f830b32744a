package org.momo4j.lab.result;

/** How much of a journal is read. */
public enum Detail {
    /** Evaluations and how the run ended. */
    EVALUATIONS,
    /** The steps that were kept too: most of a journal. */
    STEPS
}
