/**
 * Sends journals to an MLflow server. What is known of that server lives here and nowhere else; the journal is only read, and
 * nothing that happens to a server is felt by the run.
 */
@NullMarked
package org.momo4j.tracking.mlflow;

import org.jspecify.annotations.NullMarked;
