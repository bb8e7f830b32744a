/**
 * What a run leaves behind, line by line: one JSON object a line, numbers to the last bit. A run is over when its journal ends
 * with an outcome.
 */
@NullMarked
package org.momo4j.lab.journal;

import org.jspecify.annotations.NullMarked;
