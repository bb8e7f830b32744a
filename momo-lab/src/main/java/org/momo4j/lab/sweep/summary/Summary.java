package org.momo4j.lab.sweep.summary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.momo4j.lab.experiment.Experiment;
import org.momo4j.lab.experiment.RunPlan;
import org.momo4j.lab.run.folder.JournalEnd;

/** The runs of an experiment, in groups that differ in more than the seed. */
public final class Summary {
    private static final String SEED = "seed";
    private static final String OPTIMIZER = "optimizer";

    private final SequencedMap<Map<String, Object>, Group> groups = new LinkedHashMap<>();

    /** A summary of runs that are yet to be added; the groups stand in the order of the experiment. */
    public Summary(Experiment experiment) {
        experiment.runs().forEach(run -> groups.computeIfAbsent(key(run), Group::new));
    }

    /** Adds a run that is over. */
    public void add(RunPlan run, JournalEnd end) {
        groups.computeIfAbsent(key(run), Group::new).add(end);
    }

    /** The groups. */
    public List<Group> groups() {
        return new ArrayList<>(groups.values());
    }

    private static Map<String, Object> key(RunPlan run) {
        Map<String, Object> key = new LinkedHashMap<>();
        key.put(OPTIMIZER, run.optimizer().name());
        key.putAll(run.varies());
        key.remove(SEED);
        return key;
    }
}
