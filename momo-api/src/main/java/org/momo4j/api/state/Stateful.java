package org.momo4j.api.state;

/** Something that remembers, and whose memory can be saved and brought back bit by bit. */
public interface Stateful {
    /** A copy of all that is remembered; later steps do not change it. */
    State state();

    /**
     * Brings back what {@link #state()} returned, for an object created with the same settings. After it, everything
     * goes on as if it had never been interrupted, to the last bit. Nothing changes when it throws.
     *
     * @throws IllegalArgumentException if the state belongs to something else: a name is missing, a size or the version
     *                                  differs
     */
    void restore(State state);
}
