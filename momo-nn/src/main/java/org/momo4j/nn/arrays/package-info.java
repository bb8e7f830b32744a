/** Batches as arrays of ND4J, for the engines that stand on it. Knows no engine. */
@NullMarked
package org.momo4j.nn.arrays;

import org.jspecify.annotations.NullMarked;
