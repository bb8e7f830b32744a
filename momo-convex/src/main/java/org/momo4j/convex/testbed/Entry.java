package org.momo4j.convex.testbed;

import java.util.function.Supplier;
import org.momo4j.api.theory.Problem;

/**
 * A problem that is built when it is asked for.
 *
 * @param name          its name
 * @param interpolating whether theory holds on it; else it is a negative control
 * @param build         builds it
 */
public record Entry(String name, boolean interpolating, Supplier<Problem> build) {}
