/**
 * Loops over flat vectors: all arithmetic on memory lives here, and nothing else does. Plain loops are the definition, loops of
 * explicit vectors form the same bits. Inner products are formed and summed in double whatever the element type; elements are
 * updated in the element type.
 */
@NullMarked
package org.momo4j.core.kernel;

import org.jspecify.annotations.NullMarked;
