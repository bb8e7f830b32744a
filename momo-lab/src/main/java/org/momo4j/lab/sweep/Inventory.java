package org.momo4j.lab.sweep;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.momo4j.lab.experiment.Experiment;
import org.momo4j.lab.experiment.RunPlan;
import org.momo4j.lab.run.folder.JournalEnd;
import org.momo4j.lab.run.folder.RunFolder;
import org.momo4j.lab.run.folder.Standing;

/**
 * The runs of an experiment, and what is known of each before a sweep.
 *
 * @param runs in the order of the experiment
 */
public record Inventory(List<Found> runs) {
    /** Copies the runs. */
    public Inventory {
        runs = List.copyOf(runs);
    }

    /**
     * A run.
     *
     * @param plan     the run
     * @param standing what is known of it
     * @param end      how it ended, if it is complete
     */
    public record Found(RunPlan plan, Standing standing, Optional<JournalEnd> end) {}

    /** Looks into the folder of an experiment; changes nothing. */
    public static Inventory of(Experiment experiment, Path folder) throws IOException {
        List<Found> found = new ArrayList<>();
        for (RunPlan plan : experiment.runs()) {
            found.add(look(plan, new RunFolder(folder, plan)));
        }
        return new Inventory(found);
    }

    private static Found look(RunPlan plan, RunFolder folder) throws IOException {
        Standing standing = folder.standing();
        return new Found(plan, standing, standing == Standing.KEPT ? folder.end() : Optional.empty());
    }

    /** Hands over the runs that are complete. */
    public void kept(BiConsumer<RunPlan, JournalEnd> taker) {
        runs.forEach(run -> run.end().ifPresent(end -> taker.accept(run.plan(), end)));
    }

    /** How many runs stand so. */
    public long count(Standing standing) {
        return runs.stream().filter(r -> r.standing() == standing).count();
    }

    /** The runs that a sweep has to make. */
    public List<Found> missing() {
        return runs.stream().filter(r -> r.standing() != Standing.KEPT).toList();
    }
}
