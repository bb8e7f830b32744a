/**
 * Experiments on a tracking server: what is said there of a run and of a sweep, while they are made or afterwards. How it is
 * written and sent is momo-tracking's affair.
 */
@NullMarked
package org.momo4j.lab.tracking;

import org.jspecify.annotations.NullMarked;
