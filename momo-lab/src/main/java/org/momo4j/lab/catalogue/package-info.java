/**
 * What is installed, by name: providers of optimizers, bounds, objectives and schedules, and checks. Knows nothing of
 * how they were found.
 */
@NullMarked
package org.momo4j.lab.catalogue;

import org.jspecify.annotations.NullMarked;
