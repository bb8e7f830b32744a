/**
 * The parts a momentum method is made of: averaging, preconditioner, lower bound, learning rate, decay. A metric that is
 * diagonal is written as a {@code DiagonalMetric}, which is less work than a {@code Preconditioner}, and faster.
 */
@NullMarked
package org.momo4j.api.method;

import org.jspecify.annotations.NullMarked;
