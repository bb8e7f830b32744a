/**
 * What an experiment is: records that say everything that decides its numbers. Nothing here reads a file or runs anything.
 */
@NullMarked
package org.momo4j.lab.experiment;

import org.jspecify.annotations.NullMarked;
