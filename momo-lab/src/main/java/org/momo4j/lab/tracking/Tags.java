package org.momo4j.lab.tracking;

import java.util.LinkedHashMap;
import java.util.Map;
import org.momo4j.api.provider.Component;
import org.momo4j.lab.experiment.Outcome;
import org.momo4j.lab.run.folder.Provenance;

/** What is said of a run besides its numbers. */
final class Tags {
    private Tags() {}

    /** Where and with what it was made; some of it where MLflow looks for it. */
    static Map<String, String> of(Provenance provenance) {
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put("mlflow.source.type", "LOCAL");
        tags.put("mlflow.source.name", "momo run");
        tags.put("momo.version", provenance.version());
        tags.put("momo.java", provenance.java());
        tags.put("momo.system", provenance.system());
        tags.put("momo.processor", provenance.processor());
        tags.put("momo.processors", Integer.toString(provenance.processors()));
        if (!provenance.revision().commit().isEmpty()) {
            tags.put("mlflow.source.git.commit", provenance.revision().commit());
            tags.put("momo.git.dirty", Boolean.toString(provenance.revision().dirty()));
        }
        return tags;
    }

    /** How it ended. */
    static Map<String, String> of(Outcome outcome) {
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put("momo.status", Component.spell(outcome.status()));
        if (outcome.status() == Outcome.Status.DIVERGED) {
            tags.put("momo.diverged_at_step", Long.toString(outcome.step()));
        }
        return tags;
    }
}
