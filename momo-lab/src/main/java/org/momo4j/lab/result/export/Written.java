package org.momo4j.lab.result.export;

import java.util.List;

/**
 * What was written.
 *
 * @param rows       rows, without the head
 * @param runs       runs that could be read
 * @param empty      names of the runs among them that were never evaluated, and have no row
 * @param unfinished names of the runs among them that have not ended
 * @param damaged    a sentence about each run that was passed over
 */
public record Written(long rows, long runs, List<String> empty, List<String> unfinished, List<String> damaged) {
    /** Copies the lists. */
    public Written {
        empty = List.copyOf(empty);
        unfinished = List.copyOf(unfinished);
        damaged = List.copyOf(damaged);
    }
}
