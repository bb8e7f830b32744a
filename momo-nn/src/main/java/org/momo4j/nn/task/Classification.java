package org.momo4j.nn.task;

import java.util.List;
import java.util.Map;
import org.momo4j.api.objective.Objective;
import org.momo4j.nn.data.NamedData;
import org.momo4j.nn.data.catalogue.DataPlaces;
import org.momo4j.nn.data.catalogue.DataSets;
import org.momo4j.nn.network.EvaluationPlan;
import org.momo4j.nn.network.NetworkObjective;
import org.momo4j.nn.network.Task;

/** What all tasks do: take kept data, make a network for them, and join both. Safe for several threads; what it makes is not. */
final class Classification {
    private final String name;
    private final String dataSet;
    private final Model model;
    private final KeptData data;

    /**
     * A task.
     *
     * @param name    as specifications write it
     * @param dataSet what is learned
     * @param model   by what
     */
    Classification(String name, String dataSet, Model model) {
        this.name = name;
        this.dataSet = dataSet;
        this.model = model;
        data = new KeptData(dataSet);
    }

    String name() {
        return name;
    }

    /** Checks that the files of the data set are there. */
    void requireData() {
        new DataSets(DataPlaces.standard(DataDirectory.given())).require(dataSet);
    }

    /** An objective with a network of its own, over data that all share. */
    Objective objective(NetworkOptions options) {
        NamedData read = data.get(DataDirectory.given());
        List<Long> shape = model.shape(read.training().shape());
        Task task = Task.of(new LabelledImages(read.training(), shape, read.digests()),
                new LabelledImages(read.validation(), shape, Map.of()));
        return new NetworkObjective(model.network(name, options.engine(), shape, read.training().classes()), task,
                options.decay(), new EvaluationPlan(options.evaluationExamples(), EvaluationPlan.ALL.chunk()));
    }
}
