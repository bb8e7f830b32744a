/**
 * Real MLflow servers for tests, and the reading back of what a server holds. Nothing here knows of the stub or of the code
 * that is tested.
 */
@NullMarked
package org.momo4j.tracking.server;

import org.jspecify.annotations.NullMarked;
