/**
 * An MLflow tracking server in memory, which misbehaves when a test asks for it. It knows the rules of the real server and
 * nothing of the code that is tested.
 */
@NullMarked
package org.momo4j.tracking.stub;

import org.jspecify.annotations.NullMarked;
