package org.momo4j.tracking.mlflow;

import java.util.concurrent.atomic.LongAdder;

/**
 * Counts what is delivered.
 *
 * @param runs    found or made on the server
 * @param values  taken by it
 * @param refused by it
 */
record Tally(LongAdder runs, LongAdder values, LongAdder refused) {
    /** All zero. */
    Tally() {
        this(new LongAdder(), new LongAdder(), new LongAdder());
    }
}
