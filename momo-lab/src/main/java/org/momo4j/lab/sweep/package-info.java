/**
 * All runs of an experiment: what is missing is run, several at a time, each independent of the others; what is complete is kept.
 */
@NullMarked
package org.momo4j.lab.sweep;

import org.jspecify.annotations.NullMarked;
