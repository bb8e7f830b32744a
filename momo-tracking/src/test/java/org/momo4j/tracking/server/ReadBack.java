package org.momo4j.tracking.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;

/** What a server holds, as its REST interface tells. */
public final class ReadBack {
    private static final int METRICS_A_PAGE = 500;
    private static final int RUNS_A_PAGE = 100;

    private final Client client;

    /** Reads with this client. */
    public ReadBack(Client client) {
        this.client = client;
    }

    /** As {@link Recorded#runs}. */
    public List<Recorded.Run> runs(String experiment) {
        Client.Answer found = client.get("experiments/get-by-name?experiment_name=" + Client.encoded(experiment));
        if (found.status() == 404) {
            return List.of();
        }
        String id = good(found).path("experiment").path("experiment_id").asText();
        List<JsonNode> runs = paged("runs", token -> client.post("runs/search", "{\"experiment_ids\": [\"" + id
                + "\"], \"max_results\": " + RUNS_A_PAGE + ", \"page_token\": \"" + token + "\"}"));
        return runs.stream().map(this::run).sorted(Comparator.comparing(Recorded.Run::id)).toList();
    }

    private static List<JsonNode> paged(String name, Function<String, Client.Answer> page) {
        List<JsonNode> all = new ArrayList<>();
        String token = "";
        do {
            JsonNode answer = good(page.apply(token));
            answer.path(name).forEach(all::add);
            token = answer.path("next_page_token").asText();
        } while (!token.isEmpty());
        return all;
    }

    private static JsonNode good(Client.Answer answer) {
        if (answer.status() != 200) {
            throw new IllegalStateException("The server answers " + answer.status() + ": " + new String(answer.body(),
                    StandardCharsets.UTF_8));
        }
        return answer.json();
    }

    private Recorded.Run run(JsonNode run) {
        JsonNode info = run.path("info");
        JsonNode data = run.path("data");
        String id = info.path("run_id").asText();
        String experiment = info.path("experiment_id").asText();
        List<Recorded.Metric> metrics = new ArrayList<>();
        data.path("metrics").forEach(metric -> metrics.addAll(history(id, metric.path("key").asText())));
        Collections.sort(metrics);
        List<Recorded.DataSet> dataSets = new ArrayList<>();
        run.path("inputs").path("dataset_inputs").forEach(input -> dataSets.add(dataSet(input)));
        Map<String, String> artifacts = new TreeMap<>();
        artifacts(experiment, id, "", artifacts);
        return new Recorded.Run(id, experiment, info.path("run_name").asText(), info.path("status").asText(),
                info.path("start_time").asLong(),
                info.has("end_time") ? OptionalLong.of(info.path("end_time").asLong()) : OptionalLong.empty(),
                keyValues(data.path("params")), keyValues(data.path("tags")), metrics, dataSets, artifacts);
    }

    private List<Recorded.Metric> history(String run, String key) {
        return paged("metrics",
                token -> client.get("metrics/get-history?run_id=" + run + "&metric_key=" + Client.encoded(key)
                        + "&max_results=" + METRICS_A_PAGE
                        + (token.isEmpty() ? "" : "&page_token=" + Client.encoded(token))))
                .stream()
                .map(row -> new Recorded.Metric(row.path("key").asText(), row.path("step").asLong(),
                        row.path("timestamp").asLong(), number(row.path("value"))))
                .toList();
    }

    private static double number(JsonNode value) {
        return value.isTextual() ? Double.parseDouble(value.textValue()) : value.doubleValue();
    }

    private static Recorded.DataSet dataSet(JsonNode input) {
        JsonNode data = input.path("dataset");
        return new Recorded.DataSet(data.path("name").asText(), data.path("digest").asText(),
                data.path("source_type").asText(), data.path("source").asText(), keyValues(input.path("tags")));
    }

    private static Map<String, String> keyValues(JsonNode list) {
        Map<String, String> map = new TreeMap<>();
        list.forEach(pair -> map.put(pair.path("key").asText(), pair.path("value").asText()));
        return map;
    }

    private void artifacts(String experiment, String run, String folder, Map<String, String> found) {
        JsonNode files = good(client.get("artifacts/list?run_id=" + run
                + (folder.isEmpty() ? "" : "&path=" + Client.encoded(folder)))).path("files");
        for (JsonNode file : files) {
            String path = file.path("path").asText();
            if (file.path("is_dir").asBoolean()) {
                artifacts(experiment, run, path, found);
            } else {
                found.put(path, sha256(client.content(experiment, run, path).body()));
            }
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
