package org.momo4j.tracking.mlflow;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.momo4j.tracking.journal.Entry;

/** The document of {@code runs/log-inputs}. The server does nothing when it is told the same twice. */
final class DataSets {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int DIGEST_LENGTH = 36; // the server takes no more

    private DataSets() {}

    /** Data for a run; of a longer digest, the beginning. */
    static String body(String runId, Entry.DataSet data) {
        ObjectNode body = JSON.createObjectNode().put("run_id", runId);
        ObjectNode input = body.putArray("datasets").addObject();
        input.putArray("tags").addObject().put("key", "mlflow.data.context").put("value", data.context());
        String digest = data.digest();
        input.putObject("dataset").put("name", data.name())
                .put("digest", digest.substring(0, Math.min(DIGEST_LENGTH, digest.length())))
                .put("source_type", data.sourceType()).put("source", data.source());
        return body.toString();
    }
}
