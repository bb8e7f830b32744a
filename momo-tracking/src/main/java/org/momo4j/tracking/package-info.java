/**
 * What a training loop talks to: {@link org.momo4j.tracking.TrackingSettings}, {@link org.momo4j.tracking.Tracking} and
 * {@link org.momo4j.tracking.Tracker}. What is logged is checked here, written by the package {@code journal}, and sent by
 * {@code mlflow}.
 */
@NullMarked
package org.momo4j.tracking;

import org.jspecify.annotations.NullMarked;
