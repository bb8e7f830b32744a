/**
 * What is timed: steps of the optimizers, and the ceilings that the same memory sets, all on vectors that stay where they
 * are. Measures nothing itself; JMH and the plain timing share it.
 */
@NullMarked
package org.momo4j.bench.kernel;

import org.jspecify.annotations.NullMarked;
