/** MoMo as one would write it with arrays, to be timed beside ours: with ND4J's operations, and with its BLAS. */
@NullMarked
package org.momo4j.bench.nd4j;

import org.jspecify.annotations.NullMarked;
