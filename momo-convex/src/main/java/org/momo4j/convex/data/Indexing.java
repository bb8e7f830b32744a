package org.momo4j.convex.data;

/** How the columns of a LIBSVM file are numbered. */
public enum Indexing {
    /** From 0 if the index 0 occurs anywhere in the file, else from 1. */
    AUTOMATIC,
    /** From 1, as LIBSVM itself does. */
    FROM_ONE,
    /** From 0. */
    FROM_ZERO
}
