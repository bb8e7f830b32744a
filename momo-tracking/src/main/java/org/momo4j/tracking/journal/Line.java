package org.momo4j.tracking.journal;

import java.time.Instant;

/**
 * A line of a journal.
 *
 * @param number from 1, without gaps
 * @param time   when it was logged, to the millisecond
 * @param entry  what it says
 */
public record Line(long number, Instant time, Entry entry) {}
