/**
 * What {@code momo verify} asks of the verifier, and how its answer is told: which methods, which problems; tables and
 * the JSON document. The verifier itself lives in momo-convex.
 */
@NullMarked
package org.momo4j.lab.verification;

import org.jspecify.annotations.NullMarked;
