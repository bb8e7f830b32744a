package org.momo4j.tracking.stub;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.momo4j.tracking.server.Recorded;

/** A run as the store keeps it. Guarded by the store. */
final class StoredRun {
    final String id;
    final String experimentId;
    final String user;
    final long startTime;
    String name;
    String status = "RUNNING";
    OptionalLong endTime = OptionalLong.empty();
    final Map<String, String> params = new LinkedHashMap<>();
    final Map<String, String> tags = new LinkedHashMap<>();
    final List<Recorded.Metric> rows = new ArrayList<>();
    final List<Recorded.Metric> arrivals = new ArrayList<>();
    final List<Recorded.DataSet> dataSets = new ArrayList<>();
    final Map<String, byte[]> artifacts = new TreeMap<>();
    private final Set<Recorded.Metric> identities = new HashSet<>();

    StoredRun(String id, String experimentId, String user, String name, long startTime) {
        this.id = id;
        this.experimentId = experimentId;
        this.user = user;
        this.name = name;
        this.startTime = startTime;
    }

    String artifactUri() {
        return "mlflow-artifacts:/" + experimentId + "/" + id + "/artifacts";
    }

    void metric(Recorded.Metric metric) {
        double value = metric.value();
        if (Double.isInfinite(value)) {
            value = Math.copySign(Double.MAX_VALUE, value);
        }
        // 0 and -0 are the same row, and both read back as 0
        Recorded.Metric row = new Recorded.Metric(metric.key(), metric.step(), metric.timestamp(), value + 0.0);
        arrivals.add(row);
        if (identities.add(row)) {
            rows.add(row);
        }
    }

    void tag(String key, String value) {
        tags.put(key, value);
        if (key.equals("mlflow.runName")) {
            name = value;
        }
    }

    void dataSet(Recorded.DataSet data) {
        for (Recorded.DataSet known : dataSets) {
            if (known.name().equals(data.name()) && known.digest().equals(data.digest())) {
                return;
            }
        }
        dataSets.add(data);
    }

    Recorded.Run recorded() {
        Map<String, String> files = new TreeMap<>();
        artifacts.forEach((path, content) -> files.put(path, sha256(content)));
        return new Recorded.Run(id, experimentId, name, status, startTime, endTime, new TreeMap<>(params),
                new TreeMap<>(tags),
                rows.stream().sorted().toList(), List.copyOf(dataSets), files);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
