package org.momo4j.tracking.mlflow;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.momo4j.tracking.mlflow.Item.Kind;

/**
 * The document of {@code runs/log-batch}. It is sent as it is, and not by {@code MlflowClient.logBatch}, which does not look at
 * the answer: a page of a proxy would count as a delivery.
 */
final class LogBatch {
    private static final JsonFactory JSON = new JsonFactory();

    private LogBatch() {}

    /** These values for a run. */
    static String body(String runId, List<Item> items) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            out.writeStartObject();
            out.writeStringField("run_id", runId);
            write(out, "metrics", Kind.METRIC, items);
            write(out, "params", Kind.PARAM, items);
            write(out, "tags", Kind.TAG, items);
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator out, String name, Kind kind, List<Item> items) throws IOException {
        out.writeArrayFieldStart(name);
        for (Item item : items) {
            if (item.kind() == kind) {
                item.writeTo(out);
            }
        }
        out.writeEndArray();
    }
}
