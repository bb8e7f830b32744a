package org.momo4j.lab.experiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.momo4j.api.provider.Choice;

/**
 * One run: everything that decides its numbers.
 *
 * @param name         made of what varies in the experiment; the name of its folder
 * @param objective    what is minimised, with all hyper-parameters
 * @param optimizer    the method, with all hyper-parameters but learning rate and bound
 * @param learningRate a schedule; a number is {@code constant}
 * @param bound        the strategy for the lower bound; ignored by methods that need none
 * @param training     how long, in which batches, and what is looked at
 * @param seed         drives batches and whatever else is random
 * @param varies       what differs between the runs of this experiment, by the name of its column: {@code lr}, {@code beta} ...
 * @param plugins      the plugins that take part, names of jars by their SHA-256 digests; a plugin that changed makes another run
 */
public record RunPlan(String name, Choice objective, Choice optimizer, Choice learningRate, Choice bound,
        Training training, long seed, Map<String, Object> varies,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> plugins) {
    /** Copies what varies, in its order, and the plugins. */
    public RunPlan {
        varies = Collections.unmodifiableMap(new LinkedHashMap<>(varies));
        plugins = Collections.unmodifiableMap(new TreeMap<>(Objects.requireNonNullElse(plugins, Map.of())));
    }

    /** A run in which no plugin takes part. */
    public RunPlan(String name, Choice objective, Choice optimizer, Choice learningRate, Choice bound,
            Training training, long seed, Map<String, Object> varies) {
        this(name, objective, optimizer, learningRate, bound, training, seed, varies, Map.of());
    }
}
