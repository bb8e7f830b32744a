/**
 * Explicit vectors of {@code jdk.incubator.vector}, by the definitions of {@link org.momo4j.core.kernel.plain}. Nobody but
 * {@link org.momo4j.core.kernel.choice} names these classes, which cannot be loaded where the module is absent. An arena whose
 * vectors are in a step must not be closed by another thread meanwhile.
 */
@NullMarked
package org.momo4j.core.kernel.vector;

import org.jspecify.annotations.NullMarked;
