package org.momo4j.lab.sweep;

import java.nio.file.Path;
import org.momo4j.lab.experiment.RunPlan;
import org.momo4j.lab.run.folder.Provenance;

/** Gives every run of a sweep an observer; called by the threads that make the runs. */
@FunctionalInterface
public interface RunObservers {
    /** Nobody observes. */
    RunObservers NONE = (plan, provenance, folder) -> RunObserver.NOBODY;

    /**
     * A run begins, or goes on.
     *
     * @param plan       the run
     * @param provenance where and with what it is made
     * @param folder     where its files are
     */
    RunObserver begin(RunPlan plan, Provenance provenance, Path folder);

    /**
     * What belonged to another plan was moved; the run of that plan is over.
     *
     * @param folder where it is now
     */
    default void movedAside(Path folder) {}
}
