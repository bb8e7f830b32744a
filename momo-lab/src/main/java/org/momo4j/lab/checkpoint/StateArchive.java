package org.momo4j.lab.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.momo4j.api.state.State;
import org.momo4j.api.vector.FlatVector;

/**
 * A state as a zip of {@code .npy} files, one a vector, named by the way to it, say {@code loop/params.npy}; and
 * {@code state.json} with everything else. Scalars are numbers in as few digits as tell them from their neighbours; NaN and
 * infinities are the texts {@code "NaN"}, {@code "Infinity"} and {@code "-Infinity"}.
 */
final class StateArchive {
    private static final String JSON_NAME = "state.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private StateArchive() {}

    /** Writes the zip, with a comment of its own at the very end; closes the stream. */
    static void write(Checkpoint checkpoint, String comment, OutputStream out) throws IOException {
        SequencedMap<String, FlatVector> vectors = new LinkedHashMap<>();
        ObjectNode document = JSON.createObjectNode().put("plan", checkpoint.plan());
        document.set("state", document(checkpoint.state(), "", vectors));
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.NO_COMPRESSION); // parameters hardly shrink, and time is the run's
            zip.setComment(comment);
            zip.putNextEntry(entry(JSON_NAME));
            zip.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(document));
            for (Map.Entry<String, FlatVector> vector : vectors.entrySet()) {
                zip.putNextEntry(entry(vector.getKey()));
                NpyFormat.write(vector.getValue(), zip);
            }
        }
    }

    /** The same state makes the same bytes, whenever it is written. */
    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(java.time.LocalDateTime.of(1980, 1, 1, 0, 0));
        return entry;
    }

    private static ObjectNode document(State state, String prefix, SequencedMap<String, FlatVector> vectors) {
        ObjectNode document = JSON.createObjectNode().put("version", state.version());
        ObjectNode scalars = document.putObject("scalars");
        state.scalars().forEach((name, value) -> {
            if (Double.isFinite(value)) {
                scalars.put(name, value);
            } else {
                scalars.put(name, value.toString());
            }
        });
        ObjectNode files = document.putObject("vectors");
        state.vectors().forEach((name, vector) -> {
            String file = free(prefix + plain(name), vectors);
            vectors.put(file, vector);
            files.put(name, file);
        });
        ObjectNode children = document.putObject("children");
        state.children()
                .forEach((name, child) -> children.set(name, document(child, prefix + plain(name) + "/", vectors)));
        return document;
    }

    private static String plain(String name) {
        return name.replaceAll("[^A-Za-z0-9_.-]", "_");
    }

    private static String free(String name, Map<String, FlatVector> taken) {
        String file = name + ".npy";
        for (int i = 2; taken.containsKey(file); i++) {
            file = name + "-" + i + ".npy";
        }
        return file;
    }

    /** Reads the zip. */
    static Checkpoint read(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            JsonNode document;
            try (InputStream in = stream(zip, JSON_NAME)) {
                document = JSON.readTree(in);
            }
            return new Checkpoint(document.path("plan").asText(), state(document.path("state"), zip));
        }
    }

    private static State state(JsonNode document, ZipFile zip) throws IOException {
        State state = State.version(document.path("version").asInt());
        for (Map.Entry<String, JsonNode> scalar : document.path("scalars").properties()) {
            JsonNode value = scalar.getValue();
            state.with(scalar.getKey(), value.isTextual() ? Double.parseDouble(value.asText()) : value.asDouble());
        }
        for (Map.Entry<String, JsonNode> vector : document.path("vectors").properties()) {
            try (InputStream in = stream(zip, vector.getValue().asText())) {
                state.with(vector.getKey(), NpyFormat.read(in));
            }
        }
        for (Map.Entry<String, JsonNode> child : document.path("children").properties()) {
            state.with(child.getKey(), state(child.getValue(), zip));
        }
        return state;
    }

    private static InputStream stream(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException("has no entry " + name);
        }
        return zip.getInputStream(entry);
    }
}
