package org.momo4j.api.theory;

/**
 * A statement of theory, to be verified on a trial. A statement about every single run is a {@link PathCheck}; one about
 * means over runs is a {@link RateCheck}. Found by {@link java.util.ServiceLoader}.
 */
public sealed interface Check permits PathCheck, RateCheck {
    /** Short and unique, say {@code T1}. */
    String name();

    /** The statement in one line. */
    String statement();

    /** Whether the statement speaks of this trial: its hypotheses hold and the averaging is one of those it covers. */
    boolean appliesTo(Trial trial);
}
