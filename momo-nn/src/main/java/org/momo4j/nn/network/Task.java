package org.momo4j.nn.network;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a network is to learn.
 *
 * @param training   the examples that batches are drawn from
 * @param validation examples that are only ever evaluated, if there are any
 */
public record Task(ExampleSet training, Optional<ExampleSet> validation) {
    /** A task with validation examples. */
    public static Task of(ExampleSet training, ExampleSet validation) {
        return new Task(training, Optional.of(validation));
    }

    /** A task without. */
    public static Task of(ExampleSet training) {
        return new Task(training, Optional.empty());
    }

    /**
     * Checks that a network fits.
     *
     * @throws IllegalArgumentException if the shape of examples or the number of classes differ, or a set is empty
     */
    void requireFitting(Network network) {
        requireFitting("training", training, network);
        validation.ifPresent(examples -> requireFitting("validation", examples, network));
    }

    /** The digests of all files. */
    Map<String, String> digests() {
        Map<String, String> digests = new TreeMap<>(training.digests());
        validation.ifPresent(examples -> digests.putAll(examples.digests()));
        return digests;
    }

    private static void requireFitting(String name, ExampleSet examples, Network network) {
        if (examples.size() < 1) {
            throw new IllegalArgumentException("there are no " + name + " examples; at least 1 is needed");
        }
        List<Long> shape = examples.shape();
        if (!shape.equals(network.inputShape())) {
            throw new IllegalArgumentException(
                    name + " examples have shape " + shape + "; the network takes " + network.inputShape());
        }
        if (examples.classes() != network.classes()) {
            throw new IllegalArgumentException(name + " examples have " + examples.classes()
                    + " classes; the network has " + network.classes() + " outputs");
        }
    }
}
