package org.momo4j.lab.cli;

import java.util.Locale;

/** Losses whose optimal value can be computed. */
enum Loss {
    /** Half the squared error. */
    SQUARED,
    /** The logistic loss. */
    LOGISTIC;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
