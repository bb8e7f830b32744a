package org.momo4j.api.provider;

/**
 * Names an implementation and describes its hyper-parameters. Implementations have a public constructor without
 * arguments, cost nothing to create, and are found by {@link java.util.ServiceLoader}.
 *
 * @param <P> the record of hyper-parameters
 */
public interface Provider<P> {
    /** The name that specifications use: lower case, words joined by hyphens. */
    String name();

    /** What it is, in one line, with its source. */
    String description();

    /** How the record of hyper-parameters is read, checked and described. */
    HyperParameters<P> hyperParameters();
}
