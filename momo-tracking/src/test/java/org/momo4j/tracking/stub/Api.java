package org.momo4j.tracking.stub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.momo4j.tracking.server.Recorded;

/** The REST calls of MLflow 3.18, on a store in memory. Safe for threads: one request at a time. */
final class Api {
    private static final int MAX_BATCH_CHARACTERS = 1_000_000;
    private static final Set<String> STATUSES = Set.of("RUNNING", "SCHEDULED", "FINISHED", "FAILED", "KILLED");
    private static final Map<String, Message.Kind> KEY_VALUE = Map.of("key", Message.Scalar.TEXT, "value",
            Message.Scalar.TEXT);
    private static final Map<String, Message.Kind> METRIC = Map.of("key", Message.Scalar.TEXT, "value",
            Message.Scalar.DOUBLE,
            "timestamp", Message.Scalar.LONG, "step", Message.Scalar.LONG);
    private static final Map<String, Message.Kind> DATA = Map.of("name", Message.Scalar.TEXT, "digest",
            Message.Scalar.TEXT,
            "source_type", Message.Scalar.TEXT, "source", Message.Scalar.TEXT);

    private final Store store = new Store();

    synchronized Answer answer(Request request) {
        try {
            return routed(request);
        } catch (Refused e) {
            return Answer.json(e.status(),
                    Json.object().put("error_code", e.code()).put("message", e.getMessage()).toString());
        }
    }

    private Answer routed(Request request) {
        if (request.path().equals("/health")) {
            return Answer.text(200, "text/plain; charset=utf-8", "OK");
        }
        if (request.isArtifact()) {
            return artifact(request);
        }
        String call = request.path().startsWith(Request.API)
                ? request.method() + " " + request.path().substring(Request.API.length())
                : "";
        JsonNode body = request.method().equals("GET") ? Json.object() : Json.tree(request.text());
        if (!body.isObject()) {
            if (request.calls("runs/log-batch")) {
                return Answer.page(500, "Internal Server Error");
            }
            body = Json.object(); // to MLflow what is no JSON says nothing
        }
        return switch (call) {
            case "GET experiments/get-by-name" -> experimentByName(request);
            case "POST experiments/create" -> createExperiment(body);
            case "POST experiments/search" -> searchExperiments(body);
            case "GET experiments/search" -> searchExperiments(query(request));
            case "POST runs/create" -> createRun(body);
            case "POST runs/search" -> searchRuns(body);
            case "GET runs/get" -> ok(Json.object().set("run", run(store.run(runId(request)), true)));
            case "POST runs/delete" -> delete(body);
            case "POST runs/update" -> update(body);
            case "POST runs/log-batch" -> logBatch(request, body);
            case "POST runs/log-inputs" -> logInputs(body);
            case "POST runs/set-tag" -> setTag(body);
            case "GET metrics/get-history" -> history(request);
            case "GET artifacts/list" -> artifacts(request);
            default -> Answer.page(404, "Not Found");
        };
    }

    private static Answer ok(JsonNode body) {
        return Answer.json(200, body.toPrettyString());
    }

    private static String runId(Request request) {
        return request.query().getOrDefault("run_id", request.query().getOrDefault("run_uuid", ""));
    }

    private static String runId(Message message) {
        return message.text("run_id").orElse(message.text("run_uuid").orElse(""));
    }

    private static JsonNode query(Request request) {
        ObjectNode body = Json.object();
        request.query().forEach(body::put);
        return body;
    }

    private Answer experimentByName(Request request) {
        String name = request.query().getOrDefault("experiment_name", "");
        return ok(Json.object().set("experiment", store.experiment(name).map(Api::experiment)
                .orElseThrow(() -> Refused.unknown("Could not find experiment with name '" + name + "'"))));
    }

    private static JsonNode experiment(Store.Experiment experiment) {
        return Json.object().put("experiment_id", experiment.id()).put("name", experiment.name())
                .put("artifact_location", experiment.artifacts()).put("lifecycle_stage", "active")
                .put("last_update_time", experiment.created()).put("creation_time", experiment.created());
    }

    private Answer createExperiment(JsonNode body) {
        Message message = Message.request(body, Map.of("name", Message.Scalar.TEXT));
        return ok(Json.object().put("experiment_id", store.createExperiment(message.text("name").orElse(""))));
    }

    private Answer searchExperiments(JsonNode body) {
        Message message = Message.request(body,
                Map.of("max_results", Message.Scalar.LONG, "page_token", Message.Scalar.TEXT,
                        "filter", Message.Scalar.TEXT));
        if (!message.text("filter").orElse("").isBlank()) {
            throw Refused.invalid("The stub does not filter experiments");
        }
        return page("experiments", store.experiments().stream().map(Api::experiment).toList(),
                message.integer("max_results").orElse(0), message.text("page_token").orElse(""));
    }

    private static Answer page(String name, List<JsonNode> all, long size, String token) {
        if (size <= 0) {
            throw Refused.invalid(
                    "Invalid value " + size + " for parameter 'max_results' supplied. It must be a positive integer");
        }
        int from = token.isEmpty()
                ? 0
                : Json.tree(new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8)).path("offset")
                        .asInt();
        int to = (int) Math.min(all.size(), from + size);
        ObjectNode answer = Json.object();
        if (to > from) {
            ArrayNode page = answer.putArray(name);
            all.subList(from, to).forEach(page::add);
        }
        if (to < all.size()) {
            answer.put("next_page_token", Base64.getEncoder()
                    .encodeToString(("{\"offset\": " + to + "}").getBytes(StandardCharsets.UTF_8)));
        }
        return ok(answer);
    }

    private Answer createRun(JsonNode body) {
        Message message = Message.request(body,
                Map.of("experiment_id", Message.Scalar.TEXT, "start_time", Message.Scalar.LONG,
                        "run_name", Message.Scalar.TEXT, "user_id", Message.Scalar.TEXT, "tags",
                        new Message.ListOf(KEY_VALUE)));
        Map<String, String> tags = new LinkedHashMap<>();
        for (Map.Entry<String, String> tag : pairs(message.list("tags"))) {
            if (tags.put(tag.getKey(), tag.getValue()) != null) {
                throw Refused.bad("(sqlite3.IntegrityError) UNIQUE constraint failed: tags.key, tags.run_uuid");
            }
        }
        StoredRun run = store.createRun(message.text("experiment_id").orElse(""), message.text("user_id").orElse(""),
                message.text("run_name").orElse(""), message.integer("start_time").orElse(0), tags);
        return ok(Json.object().set("run", run(run, false)));
    }

    private Answer searchRuns(JsonNode body) {
        Message message = Message.request(body,
                Map.of("experiment_ids", new Message.Texts(), "filter", Message.Scalar.TEXT,
                        "max_results", Message.Scalar.LONG, "page_token", Message.Scalar.TEXT));
        return page("runs", store.search(message.texts("experiment_ids"), message.text("filter").orElse("")).stream()
                .map(run -> (JsonNode) run(run, true)).toList(), message.integer("max_results").orElse(1000),
                message.text("page_token").orElse(""));
    }

    private Answer delete(JsonNode body) {
        store.delete(Message.request(body, Map.of("run_id", Message.Scalar.TEXT)).text("run_id").orElse(""));
        return ok(Json.object());
    }

    private Answer update(JsonNode body) {
        Message message = Message.request(body,
                Map.of("run_id", Message.Scalar.TEXT, "run_uuid", Message.Scalar.TEXT, "status",
                        Message.Scalar.TEXT, "end_time", Message.Scalar.LONG, "run_name", Message.Scalar.TEXT));
        String status = message.text("status").filter(STATUSES::contains).orElse("");
        return ok(Json.object().set("run_info", info(store.update(runId(message), status, message.integer("end_time"),
                message.text("run_name").orElse("")))));
    }

    private Answer logBatch(Request request, JsonNode body) {
        if (Keys.length(request.text()) > MAX_BATCH_CHARACTERS) {
            throw Refused.invalid("Batched logging API requests must be at most 1000000 bytes, got a request of size "
                    + request.body().length + ".");
        }
        for (JsonNode metric : body.path("metrics")) {
            if (metric.path("key").asText().isEmpty() || !metric.has("value") || !metric.has("timestamp")) {
                throw Refused.invalid(
                        "Missing value for required parameter of a metric: key, value and timestamp are needed");
            }
        }
        for (String list : List.of("params", "tags")) {
            for (JsonNode element : body.path(list)) {
                if (element.path("key").asText().isEmpty()) {
                    throw Refused.invalid("Missing value for required parameter '" + list + ".key'");
                }
            }
        }
        Message message = Message.request(body,
                Map.of("run_id", Message.Scalar.TEXT, "metrics", new Message.ListOf(METRIC),
                        "params", new Message.ListOf(KEY_VALUE), "tags", new Message.ListOf(KEY_VALUE)));
        if (!body.has("run_id")) {
            throw Refused.invalid("Missing value for required parameter 'run_id'.");
        }
        store.logBatch(message.text("run_id").orElse(""), message.list("metrics").stream()
                .map(metric -> new Recorded.Metric(metric.text("key").orElse(""), metric.integer("step").orElse(0),
                        metric.integer("timestamp").orElse(0), metric.real("value")))
                .toList(), pairs(message.list("params")), pairs(message.list("tags")));
        return ok(Json.object());
    }

    private static List<Map.Entry<String, String>> pairs(List<Message> list) {
        return list.stream().<Map.Entry<String, String>>map(
                pair -> new SimpleImmutableEntry<>(pair.text("key").orElse(""), pair.text("value").orElse("")))
                .toList();
    }

    private Answer logInputs(JsonNode body) {
        Message message = Message.request(body, Map.of("run_id", Message.Scalar.TEXT, "datasets", new Message.ListOf(
                Map.of("tags", new Message.ListOf(KEY_VALUE), "dataset", new Message.Of(DATA)))));
        store.logInputs(runId(message), message.list("datasets").stream().map(input -> {
            Message data = input.message("dataset");
            Map<String, String> tags = new LinkedHashMap<>();
            pairs(input.list("tags")).forEach(tag -> tags.put(tag.getKey(), tag.getValue()));
            return new Recorded.DataSet(data.text("name").orElse(""), data.text("digest").orElse(""),
                    data.text("source_type").orElse(""), data.text("source").orElse(""), tags);
        }).toList());
        return ok(Json.object());
    }

    private Answer setTag(JsonNode body) {
        Message message = Message.request(body,
                Map.of("run_id", Message.Scalar.TEXT, "run_uuid", Message.Scalar.TEXT, "key",
                        Message.Scalar.TEXT, "value", Message.Scalar.TEXT));
        if (message.text("key").orElse("").isEmpty()) {
            throw Refused.invalid("Missing value for required parameter 'key'.");
        }
        store.setTag(message.text("run_id").orElse(""), message.text("key").orElse(""),
                message.text("value").orElse(""));
        return ok(Json.object());
    }

    private Answer history(Request request) {
        String id = runId(request);
        List<Recorded.Metric> all = !id.isEmpty() && store.isUnknown(id) ? List.of() : store.run(id).rows;
        String key = request.query().getOrDefault("metric_key", "");
        Optional<String> size = Optional.ofNullable(request.query().get("max_results"));
        List<JsonNode> rows = all.stream().filter(row -> row.key().equals(key))
                .sorted(Comparator.comparingLong(Recorded.Metric::timestamp).thenComparingLong(Recorded.Metric::step)
                        .thenComparingDouble(Api::inOrder))
                .<JsonNode>map(Api::metric).toList();
        return page("metrics", rows, size.map(Long::parseLong).orElse(Long.MAX_VALUE / 2),
                request.query().getOrDefault("page_token", ""));
    }

    /** NaN is kept as a zero with a mark. */
    private static double inOrder(Recorded.Metric row) {
        return Double.isNaN(row.value()) ? 0 : row.value();
    }

    private static ObjectNode metric(Recorded.Metric row) {
        ObjectNode metric = Json.object().put("key", row.key());
        if (Double.isNaN(row.value())) {
            metric.put("value", "NaN");
        } else {
            metric.put("value", row.value());
        }
        return metric.put("timestamp", row.timestamp()).put("step", row.step());
    }

    private static ObjectNode info(StoredRun run) {
        ObjectNode info = Json.object().put("run_uuid", run.id).put("experiment_id", run.experimentId)
                .put("run_name", run.name).put("user_id", run.user).put("status", run.status)
                .put("start_time", run.startTime);
        run.endTime.ifPresent(time -> info.put("end_time", time));
        return info.put("artifact_uri", run.artifactUri()).put("lifecycle_stage", "active").put("run_id", run.id);
    }

    private static ObjectNode run(StoredRun run, boolean withOutputs) {
        ObjectNode node = Json.object();
        node.set("info", info(run));
        ObjectNode data = node.putObject("data");
        Map<String, Recorded.Metric> latest = new LinkedHashMap<>();
        Comparator<Recorded.Metric> later = Comparator.comparingLong(Recorded.Metric::step)
                .thenComparingLong(Recorded.Metric::timestamp).thenComparingDouble(Api::inOrder);
        run.rows.forEach(row -> latest.merge(row.key(), row, (a, b) -> later.compare(b, a) > 0 ? b : a));
        fill(data, "metrics", latest.values().stream().map(Api::metric).toList());
        fill(data, "params", keyValues(run.params));
        fill(data, "tags", keyValues(run.tags));
        ObjectNode inputs = node.putObject("inputs");
        fill(inputs, "dataset_inputs", run.dataSets.stream().map(Api::input).toList());
        if (withOutputs) {
            node.putObject("outputs");
        }
        return node;
    }

    private static ObjectNode input(Recorded.DataSet dataSet) {
        ObjectNode input = Json.object();
        fill(input, "tags", keyValues(dataSet.tags()));
        input.putObject("dataset").put("name", dataSet.name()).put("digest", dataSet.digest())
                .put("source_type", dataSet.sourceType()).put("source", dataSet.source());
        return input;
    }

    private static List<ObjectNode> keyValues(Map<String, String> map) {
        return map.entrySet().stream().map(e -> Json.object().put("key", e.getKey()).put("value", e.getValue()))
                .toList();
    }

    /** Like MLflow, leaves out what is empty. */
    private static void fill(ObjectNode into, String name, List<ObjectNode> elements) {
        if (!elements.isEmpty()) {
            into.putArray(name).addAll(elements);
        }
    }

    private Answer artifact(Request request) {
        String path = URLDecoder.decode(request.path().substring(Request.ARTIFACTS.length()).replace("+", "%2B"),
                StandardCharsets.UTF_8);
        path = path.replaceFirst("/+([^/]*)$", "/$1"); // what MLflow does before it looks at the folder
        List<String> parts = List.of(path.split("/", -1));
        if (parts.contains("..") || path.contains("#") || path.startsWith("/")) {
            throw Refused.invalid("Invalid path");
        }
        if (parts.contains("") || parts.contains(".")) {
            throw Refused.internal("Invalid artifact path: '" + path + "'");
        }
        if (parts.size() < 4 || !parts.get(2).equals("artifacts")) {
            throw Refused.unknown("The stub keeps artifacts of runs only");
        }
        StoredRun run = store.run(parts.get(1));
        String name = String.join("/", parts.subList(3, parts.size()));
        if (request.method().equals("PUT")) {
            run.artifacts.put(name, request.body());
            return new Answer(200, Map.of(), new byte[0]);
        }
        byte[] content = run.artifacts.get(name);
        if (content == null) {
            throw Refused.unknown("No such artifact: '" + path + "'");
        }
        return new Answer(200, Map.of("Content-Type", "application/octet-stream"), content);
    }

    private Answer artifacts(Request request) {
        StoredRun run = store.run(runId(request));
        String folder = request.query().getOrDefault("path", "");
        String prefix = folder.isEmpty() ? "" : folder + "/";
        Set<String> names = new TreeSet<>();
        run.artifacts.keySet().stream().filter(path -> path.startsWith(prefix)).forEach(path -> {
            int slash = path.indexOf('/', prefix.length());
            names.add(slash < 0 ? path : path.substring(0, slash));
        });
        ObjectNode answer = Json.object().put("root_uri", run.artifactUri());
        fill(answer, "files", names.stream().map(path -> {
            byte[] content = run.artifacts.get(path);
            ObjectNode file = Json.object().put("path", path).put("is_dir", content == null);
            return content == null ? file : file.put("file_size", content.length);
        }).toList());
        return ok(answer);
    }

    synchronized List<Recorded.Run> recorded(String experiment) {
        return store.recorded(experiment);
    }

    synchronized List<Recorded.Metric> arrivals(String runId) {
        return List.copyOf(store.run(runId).arrivals);
    }
}
