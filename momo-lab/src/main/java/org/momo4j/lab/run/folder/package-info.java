/**
 * The folder of a run: {@code run.json} says what it is and where it was made, {@code journal.jsonl} what happened. A folder is
 * complete when the journal ends with an outcome of the plan that {@code run.json} names; whatever a kill leaves is not.
 */
@NullMarked
package org.momo4j.lab.run.folder;

import org.jspecify.annotations.NullMarked;
