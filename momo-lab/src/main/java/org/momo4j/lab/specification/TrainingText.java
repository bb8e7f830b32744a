package org.momo4j.lab.specification;

import java.util.LinkedHashMap;
import java.util.Map;
import org.momo4j.api.provider.Component;
import org.momo4j.lab.experiment.Training.EvaluationGrid.Kind;
import org.momo4j.lab.experiment.Training.EvaluationGrid;
import org.momo4j.lab.experiment.Training.Stopping;
import org.momo4j.lab.experiment.Training;

/** A training as the keys of a specification. */
final class TrainingText {
    private TrainingText() {}

    static Map<String, Object> of(Training training) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("batchSize", training.batchSize());
        keys.put(Component.spell(training.length().unit()), training.length().amount());
        keys.put("sampling", Component.spell(training.sampling()));
        keys.put("type", Component.spell(training.type()));
        keys.put("accumulate", training.accumulate());
        keys.put("clip", training.clip());
        keys.put("evaluate", evaluate(training.evaluations()));
        keys.put("stop", stop(training.stopping()));
        keys.put("diagnostics", training.diagnostics());
        keys.put("threads", training.threads());
        return keys;
    }

    private static Map<String, Object> evaluate(EvaluationGrid grid) {
        Map<String, Object> keys = new LinkedHashMap<>();
        if (grid.kind() == Kind.GEOMETRIC) {
            keys.put("points", grid.amount());
        } else {
            keys.put("every", grid.amount());
            keys.put("unit", Component.spell(grid.unit()));
        }
        return keys;
    }

    private static Map<String, Object> stop(Stopping stopping) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("gap", stopping.gap());
        keys.put("gradientNorm", stopping.gradientNorm());
        keys.put("patience", stopping.patience());
        keys.put("seconds", stopping.seconds());
        return keys;
    }
}
