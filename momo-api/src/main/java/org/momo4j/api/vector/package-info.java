/**
 * Flat vectors and the layout of named tensors inside them. Data and layout only: arithmetic belongs to the kernels.
 */
@NullMarked
package org.momo4j.api.vector;

import org.jspecify.annotations.NullMarked;
