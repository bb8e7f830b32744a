package org.momo4j.lab.specification;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.momo4j.api.provider.Choice;
import org.momo4j.lab.experiment.Experiment;
import org.momo4j.lab.experiment.RunPlan;
import org.momo4j.lab.specification.document.FlowText;
import org.momo4j.lab.specification.key.Vocabulary;

/**
 * Writes an experiment as it was understood: every run, every default filled in. What all runs share stands at the top, once;
 * runs that differ in their seeds only are one line.
 */
public final class ResolvedSpecification {
    private final Experiment experiment;
    private final Map<String, Object> shared;
    private final Map<Choice, String> anchors = new LinkedHashMap<>();

    private ResolvedSpecification(Experiment experiment) {
        this.experiment = experiment;
        shared = shared(experiment.runs());
        if (!shared.containsKey(Vocabulary.OBJECTIVE)) {
            experiment.runs().forEach(r -> anchors.computeIfAbsent(r.objective(),
                    o -> "objective-" + (anchors.size() + 1)));
        }
    }

    /**
     * Writes YAML that reads back as the same runs.
     *
     * @throws IOException if that fails
     */
    public static void write(Experiment experiment, OutputStream out) throws IOException {
        out.write(new ResolvedSpecification(experiment).text().getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> shared(List<RunPlan> runs) {
        Map<String, Object> shared = new LinkedHashMap<>(said(runs.getFirst()));
        for (RunPlan run : runs) {
            Map<String, Object> its = said(run);
            shared.entrySet().removeIf(e -> !e.getValue().equals(its.get(e.getKey())));
        }
        return shared;
    }

    /** What a run says besides optimizer and seed. */
    private static Map<String, Object> said(RunPlan run) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put(Vocabulary.OBJECTIVE, run.objective());
        said.putAll(TrainingText.of(run.training()));
        return said;
    }

    private String text() {
        StringBuilder text = new StringBuilder("# Every run, with all defaults filled in.\n");
        line(text, "experiment", experiment.name());
        shared.forEach((key, value) -> line(text, key, value instanceof Choice choice ? named(choice) : value));
        if (!anchors.isEmpty()) {
            text.append("anchors:\n");
            anchors.forEach((objective, anchor) -> text.append("  ").append(anchor).append(": &").append(anchor)
                    .append(' ').append(FlowText.of(named(objective))).append('\n'));
        }
        text.append("runs:\n");
        List<RunPlan> runs = experiment.runs();
        for (int from = 0; from < runs.size();) {
            int to = from + 1;
            while (to < runs.size() && differInSeed(runs.get(from), runs.get(to))) {
                to++;
            }
            text.append("  - ").append(run(runs.subList(from, to))).append('\n');
            from = to;
        }
        return text.toString();
    }

    private static boolean differInSeed(RunPlan one, RunPlan other) {
        return one.objective().equals(other.objective()) && one.optimizer().equals(other.optimizer())
                && one.learningRate().equals(other.learningRate()) && one.bound().equals(other.bound())
                && one.training().equals(other.training());
    }

    private static void line(StringBuilder text, String key, Object value) {
        text.append(key).append(": ").append(FlowText.of(value)).append('\n');
    }

    private String run(List<RunPlan> seeds) {
        RunPlan run = seeds.getFirst();
        List<String> parts = new ArrayList<>();
        parts.add("optimizer: " + FlowText.of(optimizer(run)));
        said(run).forEach((key, value) -> {
            if (!shared.containsKey(key)) {
                parts.add(key + ": " + (value instanceof Choice choice
                        ? "*" + anchors.get(choice)
                        : FlowText.of(value)));
            }
        });
        parts.add("seeds: " + FlowText.of(seeds.stream().map(RunPlan::seed).toList()));
        return "{" + String.join(", ", parts) + "}";
    }

    private static Map<String, Object> optimizer(RunPlan run) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", run.optimizer().name());
        Choice lr = run.learningRate();
        entry.put(Vocabulary.LR, lr.name().equals(Vocabulary.CONSTANT) && lr.values().size() == 1
                ? lr.values().values().iterator().next()
                : named(lr));
        entry.put(Vocabulary.BOUND, named(run.bound()));
        entry.putAll(sorted(run.optimizer().values()));
        return entry;
    }

    private static Map<String, Object> named(Choice choice) {
        Map<String, Object> flat = new LinkedHashMap<>();
        flat.put("name", choice.name());
        flat.putAll(sorted(choice.values()));
        return flat;
    }

    private static Map<String, Object> sorted(Map<String, Object> values) {
        return new TreeMap<>(values);
    }
}
