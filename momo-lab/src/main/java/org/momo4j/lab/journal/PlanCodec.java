package org.momo4j.lab.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import org.momo4j.lab.experiment.RunPlan;

/**
 * Plans as JSON and back. The text of a plan is the same for equal plans: its digest tells whether a run is still the one that
 * a specification asks for. Infinities are the text {@code "Infinity"}.
 */
public final class PlanCodec {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(com.fasterxml.jackson.databind.SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

    private PlanCodec() {}

    /** The plan as a JSON object on one line. */
    public static String write(RunPlan plan) {
        try {
            return JSON.writeValueAsString(plan);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The plan of a JSON object. Hyper-parameters are numbers, texts, lists and maps, as JSON has them.
     *
     * @throws IllegalArgumentException if the object is no plan
     */
    public static RunPlan read(JsonNode plan) {
        try {
            return JSON.treeToValue(plan, RunPlan.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not the plan of a run: " + e.getOriginalMessage(), e);
        }
    }
}
