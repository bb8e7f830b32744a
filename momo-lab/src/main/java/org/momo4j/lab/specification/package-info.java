/** From a file that people write to the runs of an experiment, and every way in which the file can be wrong. */
@NullMarked
package org.momo4j.lab.specification;

import org.jspecify.annotations.NullMarked;
