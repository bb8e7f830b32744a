/**
 * Compares the methods of an experiment: how good each is at its best learning rate, in how wide a range of learning rates it is
 * nearly as good, and whether the seeds tell it from the best. Begin at {@link org.momo4j.lab.result.compare.Comparison}.
 */
@NullMarked
package org.momo4j.lab.result.compare;

import org.jspecify.annotations.NullMarked;
