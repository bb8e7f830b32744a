/** Tests of what is timed. */
@NullMarked
package org.momo4j.bench.kernel;

import org.jspecify.annotations.NullMarked;
