package org.momo4j.lab.sweep;

import org.momo4j.lab.experiment.RunPlan;
import org.momo4j.lab.run.folder.JournalEnd;

/** Observes a sweep; called by one thread at a time. */
public interface SweepListener {
    /** What was found; nothing was run yet. */
    default void found(Inventory inventory) {}

    /** A run goes on; told a few times a second. */
    default void progressed(RunPlan plan, double fraction) {}

    /** A run is over. */
    default void ended(RunPlan plan, JournalEnd end) {}

    /** Something that people should know. */
    default void message(String sentence) {}
}
