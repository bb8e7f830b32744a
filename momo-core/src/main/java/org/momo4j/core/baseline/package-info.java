/**
 * Methods to compare with, after their published update rules. They take the learning rate as it is, and do not look at the loss;
 * those that do stand in {@code polyak}, and those that find a rate of their own in {@code free}.
 */
@NullMarked
package org.momo4j.core.baseline;

import org.jspecify.annotations.NullMarked;
