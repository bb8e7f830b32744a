/**
 * The verifier of the theory: runs an optimizer on the test bed, watches every step with an independent eye, and holds
 * what it saw against the statements of MATH.md section 5. It knows optimizers only by their provider.
 */
@NullMarked
package org.momo4j.convex.verify;

import org.jspecify.annotations.NullMarked;
