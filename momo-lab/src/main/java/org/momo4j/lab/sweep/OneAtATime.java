package org.momo4j.lab.sweep;

import org.momo4j.lab.experiment.RunPlan;
import org.momo4j.lab.run.folder.JournalEnd;

/** Lets workers speak to a listener one at a time. */
final class OneAtATime implements SweepListener {
    private final SweepListener listener;

    OneAtATime(SweepListener listener) {
        this.listener = listener;
    }

    @Override
    public synchronized void progressed(RunPlan plan, double fraction) {
        listener.progressed(plan, fraction);
    }

    @Override
    public synchronized void ended(RunPlan plan, JournalEnd end) {
        listener.ended(plan, end);
    }

    @Override
    public synchronized void message(String sentence) {
        listener.message(sentence);
    }
}
