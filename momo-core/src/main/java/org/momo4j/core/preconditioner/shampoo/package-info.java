/**
 * Shampoo's metric, a Kronecker product for every matrix among the parameters: the one metric here that is not diagonal. One file
 * for the whole vector, one for a matrix, one for any other tensor, one for a factor.
 */
@NullMarked
package org.momo4j.core.preconditioner.shampoo;

import org.jspecify.annotations.NullMarked;
