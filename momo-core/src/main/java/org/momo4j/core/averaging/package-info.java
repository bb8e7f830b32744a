/**
 * The averagings of MATH.md section 2: pure functions of the step number.
 */
@NullMarked
package org.momo4j.core.averaging;

import org.jspecify.annotations.NullMarked;
