/** The results of an experiment as one table for other programs. */
@NullMarked
package org.momo4j.lab.result.export;

import org.jspecify.annotations.NullMarked;
