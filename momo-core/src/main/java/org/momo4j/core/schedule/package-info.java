/**
 * Learning-rate schedules: functions of the step number, each with its provider.
 */
@NullMarked
package org.momo4j.core.schedule;

import org.jspecify.annotations.NullMarked;
