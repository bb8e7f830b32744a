/**
 * Statements of theory and what they are verified on. The verifier itself lives in momo-convex.
 */
@NullMarked
package org.momo4j.api.theory;

import org.jspecify.annotations.NullMarked;
