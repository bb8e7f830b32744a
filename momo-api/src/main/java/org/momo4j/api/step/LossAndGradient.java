package org.momo4j.api.step;

import org.momo4j.api.vector.FlatVector;

/** The plainest sample. */
record LossAndGradient(double loss, FlatVector gradient) implements Sample {}
