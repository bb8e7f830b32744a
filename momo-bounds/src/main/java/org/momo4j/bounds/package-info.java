/**
 * Strategies for the lower bound of the loss: a strategy, its provider and its record of hyper-parameters in one file
 * each. Nothing here knows how a step is taken; a strategy sees only the averaged linear model.
 */
@NullMarked
package org.momo4j.bounds;

import org.jspecify.annotations.NullMarked;
