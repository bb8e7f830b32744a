/**
 * The parts a momentum method is made of: averaging, preconditioner, lower bound, learning rate, decay.
 */
@NullMarked
package org.momo4j.api.method;

import org.jspecify.annotations.NullMarked;
