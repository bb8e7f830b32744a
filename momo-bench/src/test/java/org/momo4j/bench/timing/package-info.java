/** Tests of how times are compared; no time is asserted anywhere. */
@NullMarked
package org.momo4j.bench.timing;

import org.jspecify.annotations.NullMarked;
