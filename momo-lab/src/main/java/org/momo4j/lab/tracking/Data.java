package org.momo4j.lab.tracking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.momo4j.api.provider.Choice;
import org.momo4j.lab.experiment.RunPlan;
import org.momo4j.lab.report.Digest;
import org.momo4j.tracking.journal.Entry;

/** The data of a run: the files that were read, or what they were generated from. */
final class Data {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TRAINING = "training";
    /** Enough to tell data apart in a table; the whole stands in their source. */
    private static final int DIGEST = 12;

    private Data() {}

    static List<Entry.DataSet> of(RunPlan plan, Map<String, String> digests) {
        if (digests.isEmpty()) {
            String source = source(plan.objective());
            return List.of(new Entry.DataSet(plan.objective().name(), brief(Digest.of(source)), "generated", source,
                    TRAINING));
        }
        return new TreeMap<>(digests).entrySet().stream().map(file -> new Entry.DataSet(file.getKey(),
                brief(file.getValue()), "local", json(Map.of("name", file.getKey(), "sha256", file.getValue())),
                TRAINING)).toList();
    }

    private static String brief(String digest) {
        return digest.substring(0, Math.min(DIGEST, digest.length()));
    }

    private static String source(Choice objective) {
        return json(Map.of(objective.name(), new TreeMap<>(objective.values())));
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
