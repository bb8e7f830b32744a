package org.momo4j.nn.djl;

/** Where a block begins. */
public enum Beginning {
    /** At values drawn from the seed of a run, as every network's are; those the block has do not matter. */
    DRAWN,
    /** At the values the block has, say of a model that was loaded, whatever the seed. */
    AS_GIVEN
}
