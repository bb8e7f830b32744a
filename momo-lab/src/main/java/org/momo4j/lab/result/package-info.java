/**
 * Reads what a sweep left behind, one run at a time: a folder may hold more runs than memory. Start at
 * {@link org.momo4j.lab.result.RunResults#in}. What is damaged is named and passed over; a run that has not ended is
 * {@code unfinished}, with the evaluations it has.
 */
@NullMarked
package org.momo4j.lab.result;

import org.jspecify.annotations.NullMarked;
