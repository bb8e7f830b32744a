/**
 * Measures how long kernels take, in one process and without a library for benchmarks: kernels of one point take turns, so
 * that whatever the machine does meanwhile happens to all of them, and every time stands beside that of the ceiling.
 */
@NullMarked
package org.momo4j.bench.timing;

import org.jspecify.annotations.NullMarked;
