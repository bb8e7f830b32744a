/**
 * One run: from its plan to its parts, the loop, evaluations, and how it ends. Starts at {@link Assembly}, which makes the parts,
 * and {@link TrainingLoop}, which takes the steps. Nothing here writes a file: listeners observe.
 */
@NullMarked
package org.momo4j.lab.run;

import org.jspecify.annotations.NullMarked;
