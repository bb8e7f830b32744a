/**
 * What a kernel promises: both passes of a step over ranges of flat vectors (or, for a plugin's metric, what is linear in
 * them and what surrounds a block of the metric), and the formulas of one element. Loops live in
 * the packages below, and nothing but arithmetic on memory does: {@code plain} is the definition, {@code vector} forms the same
 * bits faster, {@code choice} says which of them runs. Inner products are formed and summed in double whatever the element
 * type; elements are updated in the element type.
 */
@NullMarked
package org.momo4j.core.kernel;

import org.jspecify.annotations.NullMarked;
