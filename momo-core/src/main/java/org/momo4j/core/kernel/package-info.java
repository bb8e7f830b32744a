/**
 * Loops over flat vectors: all arithmetic on memory lives here, and nothing else does. Products are formed and summed in
 * double whatever the element type.
 */
@NullMarked
package org.momo4j.core.kernel;

import org.jspecify.annotations.NullMarked;
