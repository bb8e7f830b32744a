package org.momo4j.tracking.stub;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.momo4j.tracking.server.Recorded;

/** What the server holds, and the rules by which it changes. Guarded by the lock of {@link Api}. */
final class Store {
    private static final Pattern RUN_ID = Pattern.compile("[a-zA-Z0-9][\\w\\-]{0,255}");
    private static final Pattern TAG_IS = Pattern
            .compile("\\s*tags?\\.(?:`([^`]+)`|\"([^\"]+)\"|([^\\s=]+))\\s*=\\s*(?:'([^']*)'|\"([^\"]*)\")\\s*");
    private static final int METRICS = 1000;
    private static final int PARAMS_OR_TAGS = 100;
    private static final int ITEMS = 1000;

    /** An experiment. */
    record Experiment(String id, String name, String artifacts, long created) {}

    private final Map<String, Experiment> experiments = new LinkedHashMap<>();
    private final Map<String, StoredRun> runs = new LinkedHashMap<>();
    private final Map<List<String>, Recorded.DataSet> dataSets = new HashMap<>();

    Store() {
        experiments.put("0", new Experiment("0", "Default", "mlflow-artifacts:/0", 0));
    }

    List<Experiment> experiments() {
        return List.copyOf(experiments.values()).reversed();
    }

    Optional<Experiment> experiment(String name) {
        return experiments.values().stream().filter(e -> e.name().equals(name)).findFirst();
    }

    String createExperiment(String name) {
        if (name.isEmpty()) {
            throw Refused.invalid("Missing value for required parameter 'name'.");
        }
        if (name.isBlank()) {
            throw Refused.invalid("Invalid experiment name: '" + name + "'");
        }
        if (Keys.length(name) > 500) {
            throw Refused.invalid("'name' exceeds the maximum length of 500 characters");
        }
        if (experiment(name).isPresent()) {
            throw Refused.exists("Experiment(name=" + name + ") already exists.");
        }
        String id = Integer.toString(experiments.size());
        experiments.put(id, new Experiment(id, name, "mlflow-artifacts:/" + id, System.currentTimeMillis()));
        return id;
    }

    StoredRun createRun(String experimentId, String user, String name, long startTime, Map<String, String> tags) {
        if (experimentId.isEmpty()) {
            throw Refused.bad("(sqlite3.IntegrityError) FOREIGN KEY constraint failed");
        }
        if (!experiments.containsKey(experimentId)) {
            throw Refused.unknown("No Experiment with id=" + experimentId + " exists");
        }
        String tag = tags.getOrDefault("mlflow.runName", "");
        if (!name.isEmpty() && !tag.isEmpty() && !name.equals(tag)) {
            throw Refused.invalid(
                    "Both 'run_name' argument and 'mlflow.runName' tag are specified, but with different values");
        }
        String id = UUID.randomUUID().toString().replace("-", "");
        String called = !name.isEmpty() ? name : !tag.isEmpty() ? tag : "nameless-stub-" + runs.size();
        StoredRun run = new StoredRun(id, experimentId, user, called, startTime);
        tags.forEach(run::tag);
        run.tag("mlflow.runName", called);
        runs.put(id, run);
        return run;
    }

    boolean isUnknown(String id) {
        return !runs.containsKey(id);
    }

    StoredRun run(String id) {
        if (id.isEmpty()) {
            throw Refused.invalid("Missing value for required parameter 'run_id'.");
        }
        if (!RUN_ID.matcher(id).matches()) {
            throw Refused.invalid("Invalid value for parameter 'run_id'");
        }
        StoredRun run = runs.get(id);
        if (run == null) {
            throw Refused.unknown("Run with id=" + id + " not found");
        }
        return run;
    }

    /** At once and for good; the real one hides it first. */
    void delete(String id) {
        runs.remove(run(id).id);
    }

    /** Those of these experiments that fulfil the filter, the latest first. */
    List<StoredRun> search(List<String> experimentIds, String filter) {
        List<StoredRun> found = new ArrayList<>(runs.values());
        found.removeIf(run -> !experimentIds.contains(run.experimentId));
        if (!filter.isBlank()) {
            for (String condition : filter.split("(?i)\\s+and\\s+")) {
                Matcher tagIs = TAG_IS.matcher(condition);
                if (!tagIs.matches()) {
                    throw Refused.invalid("The stub knows filters like tags.`key` = 'value' only, not " + filter);
                }
                String key = first(tagIs, 1, 2, 3);
                String value = first(tagIs, 4, 5);
                found.removeIf(run -> !value.equals(run.tags.get(key)));
            }
        }
        found.sort(
                (a, b) -> a.startTime != b.startTime ? Long.compare(b.startTime, a.startTime) : a.id.compareTo(b.id));
        return found;
    }

    private static String first(Matcher matcher, int... groups) {
        for (int group : groups) {
            String text = matcher.group(group);
            if (text != null) {
                return text;
            }
        }
        throw new IllegalStateException("one of them always matches");
    }

    /** All or nothing. */
    void logBatch(String runId, List<Recorded.Metric> metrics, List<Map.Entry<String, String>> params,
            List<Map.Entry<String, String>> tags) {
        if (!runId.isEmpty() && !RUN_ID.matcher(runId).matches()) {
            throw Refused.invalid("Invalid value for parameter 'run_id'");
        }
        for (Recorded.Metric metric : metrics) {
            Keys.checked(metric.key());
            if (metric.timestamp() < 0) {
                throw Refused.invalid("Timestamp must be a nonnegative long (64-bit integer)");
            }
        }
        params.forEach(param -> Keys.checked(param.getKey()));
        tags.forEach(tag -> Keys.checked(tag.getKey()));
        limit("metrics", METRICS, metrics.size());
        limit("params", PARAMS_OR_TAGS, params.size());
        limit("tags", PARAMS_OR_TAGS, tags.size());
        limit("metrics, params, and tags", ITEMS, metrics.size() + params.size() + tags.size());
        Set<String> keys = new HashSet<>();
        for (Map.Entry<String, String> param : params) {
            if (!keys.add(param.getKey())) {
                throw Refused.invalid("Duplicate parameter keys have been submitted: ['" + param.getKey() + "'].");
            }
        }
        StoredRun run = run(runId);
        for (Map.Entry<String, String> param : params) {
            String old = run.params.get(param.getKey());
            if (old != null && !old.equals(Keys.cut(param.getValue(), Keys.MAX_PARAM))) {
                throw Refused.invalid(
                        "Changing param values is not allowed. Param '" + param.getKey() + "' was already logged");
            }
        }
        params.forEach(param -> run.params.put(param.getKey(), Keys.cut(param.getValue(), Keys.MAX_PARAM)));
        metrics.forEach(run::metric);
        tags.forEach(tag -> run.tag(tag.getKey(), Keys.cut(tag.getValue(), Keys.MAX_TAG)));
    }

    private static void limit(String what, int limit, int count) {
        if (count > limit) {
            throw Refused.invalid(
                    "A batch logging request can contain at most " + limit + " " + what + ". Got " + count + ".");
        }
    }

    void setTag(String runId, String key, String value) {
        StoredRun run = run(runId);
        run.tag(Keys.checked(key), Keys.cut(value, Keys.MAX_TAG));
    }

    StoredRun update(String runId, String status, OptionalLong endTime, String name) {
        StoredRun run = run(runId);
        if (!status.isEmpty()) {
            run.status = status;
        }
        if (endTime.isPresent()) {
            run.endTime = endTime;
        }
        if (!name.isEmpty()) {
            run.tag("mlflow.runName", name);
        }
        return run;
    }

    /** A data set of the same name and digest is the same one in all runs of an experiment: its source does not change. */
    void logInputs(String runId, List<Recorded.DataSet> inputs) {
        for (Recorded.DataSet data : inputs) {
            longest("name", data.name(), 500);
            longest("digest", data.digest(), 36);
            longest("source", data.source(), 65535);
            data.tags().forEach((key, value) -> {
                longest("key", key, 255);
                longest("value", value, 500);
            });
        }
        StoredRun run = run(runId);
        for (Recorded.DataSet data : inputs) {
            Recorded.DataSet first = dataSets
                    .computeIfAbsent(List.of(run.experimentId, data.name(), data.digest()), key -> data);
            run.dataSet(
                    new Recorded.DataSet(data.name(), data.digest(), first.sourceType(), first.source(), data.tags()));
        }
    }

    private static void longest(String what, String text, int limit) {
        if (Keys.length(text) > limit) {
            throw Refused.invalid("'" + what + "' exceeds the maximum length of " + limit + " characters");
        }
    }

    /** The runs of an experiment, as tests see them. */
    List<Recorded.Run> recorded(String experiment) {
        String id = experiment(experiment).map(Experiment::id).orElse("");
        return runs.values().stream().filter(run -> run.experimentId.equals(id)).map(StoredRun::recorded)
                .sorted((a, b) -> a.id().compareTo(b.id())).toList();
    }
}
