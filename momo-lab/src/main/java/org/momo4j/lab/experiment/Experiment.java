package org.momo4j.lab.experiment;

import java.util.List;

/**
 * An experiment as resolved: grids expanded, defaults filled in.
 *
 * @param name what its folder is called
 * @param runs in the order of the specification; their names differ
 */
public record Experiment(String name, List<RunPlan> runs) {
    /** Copies the runs. */
    public Experiment {
        runs = List.copyOf(runs);
    }
}
