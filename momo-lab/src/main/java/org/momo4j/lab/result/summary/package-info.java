/**
 * What an experiment comes to: the final scores of runs that differ in their seed alone, as statistics that do not vanish when
 * one seed diverges. Begin at {@link org.momo4j.lab.result.summary.Summaries}.
 */
@NullMarked
package org.momo4j.lab.result.summary;

import org.jspecify.annotations.NullMarked;
