/**
 * Certified optimal values of convex problems over a data set. Direct methods of linear algebra only, in coordinates in
 * which the data are orthonormal ({@link org.momo4j.convex.optimum.Whitening}), so that the scales of columns do not
 * matter. No stochastic method lives here.
 */
@NullMarked
package org.momo4j.convex.optimum;

import org.jspecify.annotations.NullMarked;
