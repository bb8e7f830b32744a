/**
 * Metrics D_k. A preconditioner remembers its own statistics and knows nothing of losses, rates or bounds.
 */
@NullMarked
package org.momo4j.core.preconditioner;

import org.jspecify.annotations.NullMarked;
