/**
 * Methods to compare with, after their published update rules. They take the learning rate as it is.
 */
@NullMarked
package org.momo4j.core.baseline;

import org.jspecify.annotations.NullMarked;
