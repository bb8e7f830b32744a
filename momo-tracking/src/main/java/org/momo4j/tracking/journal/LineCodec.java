package org.momo4j.tracking.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Lines as JSON and back, to the last bit. JSON has no NaN and no infinities: they are the texts {@code "NaN"},
 * {@code "Infinity"} and {@code "-Infinity"}. The last member, {@code crc}, is the CRC-32C of all bytes of the line before it.
 * Confined to one thread.
 */
final class LineCodec {
    /** What was written can be read, however long it is. */
    private static final StreamReadConstraints ANY_LENGTH = StreamReadConstraints.builder()
            .maxStringLength(Integer.MAX_VALUE).maxNameLength(Integer.MAX_VALUE).build();
    private static final JsonFactory FACTORY = JsonFactory.builder().streamReadConstraints(ANY_LENGTH).build();
    private static final JsonMapper JSON = JsonMapper.builder(FACTORY).build();
    private static final String BEFORE_SUM = ",\"crc\":\"";
    private static final String AFTER_SUM = "\"}\n";
    private static final byte[] SEAL_BEGIN = BEFORE_SUM.getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SEAL_END = AFTER_SUM.getBytes(StandardCharsets.US_ASCII);
    private static final int SUM_DIGITS = 8;
    private static final int SEAL = BEFORE_SUM.length() + SUM_DIGITS + AFTER_SUM.length();

    /** The bytes of a line, open to the array they stand in. */
    static final class Bytes extends ByteArrayOutputStream {
        /** The array; the first {@link #size} bytes of it count. */
        byte[] array() {
            return buf;
        }

        /** Takes away the last byte. */
        void drop() {
            count--;
        }
    }

    private final Bytes bytes = new Bytes();
    private JsonGenerator out;
    private final CRC32C sum = new CRC32C();

    LineCodec() {
        out = generator();
    }

    private JsonGenerator generator() {
        try {
            return FACTORY.createGenerator(bytes).setPrettyPrinter(new MinimalPrettyPrinter(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The line with its line end; good until the next call.
     *
     * @throws IllegalArgumentException if a text is not Unicode: half of a surrogate pair
     */
    Bytes write(long number, long millis, Entry entry) {
        bytes.reset();
        boolean whole = false;
        try {
            out.writeStartObject();
            out.writeNumberField("number", number);
            out.writeNumberField("time", millis);
            write(entry);
            out.writeEndObject();
            out.flush();
            whole = true;
        } catch (IOException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        } finally {
            if (!whole) {
                out = generator(); // the old one waits for the rest
            }
        }
        bytes.drop(); // the closing brace comes after the checksum
        sum.reset();
        sum.update(bytes.array(), 0, bytes.size());
        seal((int) sum.getValue());
        return bytes;
    }

    /** The checksum in eight digits, and what stands around it. */
    private void seal(int checksum) {
        bytes.writeBytes(SEAL_BEGIN);
        for (int shift = Integer.SIZE - 4; shift >= 0; shift -= 4) {
            bytes.write(Character.forDigit(checksum >>> shift & 0xF, 16));
        }
        bytes.writeBytes(SEAL_END);
    }

    private void write(Entry entry) throws IOException {
        switch (entry) {
            case Entry.Metrics(long step, Map<String, Double> values) -> {
                out.writeNumberField("step", step);
                out.writeObjectFieldStart("metrics");
                for (Map.Entry<String, Double> value : values.entrySet()) {
                    out.writeFieldName(unicode(value.getKey()));
                    out.writeNumber(value.getValue()); // quotes what JSON has no number for
                }
                out.writeEndObject();
            }
            case Entry.Began(String uid, String experiment, String name, Optional<String> parent) -> {
                out.writeObjectFieldStart("began");
                text("uid", uid);
                text("experiment", experiment);
                text("name", name);
                if (parent.isPresent()) {
                    text("parent", parent.get());
                }
                out.writeEndObject();
            }
            case Entry.Params(Map<String, String> values) -> texts("params", values);
            case Entry.Tags(Map<String, String> values) -> texts("tags", values);
            case Entry.DataSet(String name, String digest, String sourceType, String source, String context) -> {
                out.writeObjectFieldStart("dataset");
                text("name", name);
                text("digest", digest);
                text("sourceType", sourceType);
                text("source", source);
                text("context", context);
                out.writeEndObject();
            }
            case Entry.Artifact(String path, String digest, long length) -> {
                out.writeObjectFieldStart("artifact");
                text("path", path);
                text("sha256", digest);
                out.writeNumberField("bytes", length);
                out.writeEndObject();
            }
            case Entry.Ended(Entry.Ended.Status status) ->
                out.writeStringField("ended", status.name().toLowerCase(Locale.ROOT));
        }
    }

    private void texts(String name, Map<String, String> values) throws IOException {
        out.writeObjectFieldStart(name);
        for (Map.Entry<String, String> value : values.entrySet()) {
            text(value.getKey(), value.getValue());
        }
        out.writeEndObject();
    }

    private void text(String name, String value) throws IOException {
        out.writeStringField(unicode(name), unicode(value));
    }

    /** Refuses what is not Unicode: the library would write halves of pairs as escapes, which servers refuse. */
    private static String unicode(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (Character.getType(text.codePointAt(i)) == Character.SURROGATE) {
                    throw new IllegalArgumentException("a text has half of a surrogate pair at its character " + i
                            + "; allowed: Unicode");
                }
                i++;
            }
        }
        return text;
    }

    /**
     * The line in these bytes, line end included; empty if they are no line: torn, or damaged.
     */
    Optional<Line> read(byte[] line, int from, int length) {
        int body = length - SEAL;
        if (body < 0 || !isSealed(line, from, body)) {
            return Optional.empty();
        }
        try {
            return Optional.of(line(JSON.readTree(line, from, length)));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean isSealed(byte[] line, int from, int body) {
        sum.reset();
        sum.update(line, from, body);
        String seal = new String(line, from + body, SEAL, StandardCharsets.US_ASCII);
        return seal.equals(BEFORE_SUM + HexFormat.of().toHexDigits((int) sum.getValue()) + AFTER_SUM);
    }

    private static Line line(JsonNode node) {
        return new Line(node.path("number").asLong(), Instant.ofEpochMilli(node.path("time").asLong()), entry(node));
    }

    private static Entry entry(JsonNode node) {
        if (node.has("metrics")) {
            return new Entry.Metrics(node.path("step").asLong(), numbers(node.path("metrics")));
        }
        if (node.has("params")) {
            return new Entry.Params(texts(node.path("params")));
        }
        if (node.has("tags")) {
            return new Entry.Tags(texts(node.path("tags")));
        }
        if (node.has("began")) {
            JsonNode began = node.path("began");
            return new Entry.Began(text(began, "uid"), text(began, "experiment"), text(began, "name"),
                    Optional.ofNullable(began.path("parent").textValue()));
        }
        if (node.has("dataset")) {
            JsonNode data = node.path("dataset");
            return new Entry.DataSet(text(data, "name"), text(data, "digest"), text(data, "sourceType"),
                    text(data, "source"), text(data, "context"));
        }
        if (node.has("artifact")) {
            JsonNode file = node.path("artifact");
            return new Entry.Artifact(text(file, "path"), text(file, "sha256"), file.path("bytes").asLong());
        }
        return new Entry.Ended(Entry.Ended.Status.valueOf(text(node, "ended").toUpperCase(Locale.ROOT)));
    }

    private static String text(JsonNode node, String name) {
        String text = node.path(name).textValue();
        if (text == null) {
            throw new IllegalArgumentException("\"" + name + "\" is missing");
        }
        return text;
    }

    private static Map<String, String> texts(JsonNode node) {
        Map<String, String> texts = new LinkedHashMap<>();
        node.fieldNames().forEachRemaining(name -> texts.put(name, node.path(name).asText()));
        return texts;
    }

    private static Map<String, Double> numbers(JsonNode node) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        node.fieldNames().forEachRemaining(name -> {
            JsonNode value = node.path(name);
            numbers.put(name, value.isTextual() ? Double.parseDouble(value.asText()) : value.asDouble());
        });
        return numbers;
    }
}
