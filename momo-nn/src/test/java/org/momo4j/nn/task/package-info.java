/** Tests of the training tasks. */
@NullMarked
package org.momo4j.nn.task;

import org.jspecify.annotations.NullMarked;
