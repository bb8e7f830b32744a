package org.momo4j.api.provider;

import org.momo4j.api.method.LowerBound;

/**
 * Provides a strategy for the lower bound.
 *
 * @param <P> the record of hyper-parameters
 */
public interface LowerBoundProvider<P> extends Provider<P> {
    /** Creates a strategy that has seen nothing yet. */
    LowerBound create(P hyperParameters);
}
