/**
 * Pictures of an experiment: stability over learning rates, curves, step sizes, bounds, convergence. Pure functions of a section
 * of a report; start at {@link org.momo4j.lab.plot.sweep.SectionPictures}. Add one by making {@link org.momo4j.lab.plot.sweep.Line}s
 * and naming the picture there.
 */
@NullMarked
package org.momo4j.lab.plot.sweep;

import org.jspecify.annotations.NullMarked;
