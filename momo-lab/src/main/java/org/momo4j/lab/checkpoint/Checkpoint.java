package org.momo4j.lab.checkpoint;

import org.momo4j.api.state.State;

/**
 * What a run is saved as.
 *
 * @param plan  the digest of the run's plan
 * @param state everything that the run remembers
 */
public record Checkpoint(String plan, State state) {}
