/** The function of a step as a run sees it: several batches averaged, and a gradient that is too long scaled down. */
@NullMarked
package org.momo4j.lab.run.sample;

import org.jspecify.annotations.NullMarked;
