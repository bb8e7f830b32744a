package org.momo4j.lab.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Writes records and maps as JSON. A NaN becomes {@code null}, since it means that a number has no meaning; infinities
 * become the texts {@code "Infinity"} and {@code "-Infinity"}, since JSON has no such numbers.
 */
public final class JsonDocument {
    private JsonDocument() {}

    /** The document, indented, without a line end. */
    public static String of(Object value) {
        SimpleModule numbers = new SimpleModule();
        numbers.addSerializer(Double.class, new NumberSerializer());
        numbers.addSerializer(double.class, new NumberSerializer());
        try {
            return JsonMapper.builder().addModule(numbers).enable(SerializationFeature.INDENT_OUTPUT).build()
                    .writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class NumberSerializer extends JsonSerializer<Double> {
        @Override
        public void serialize(Double value, JsonGenerator json, SerializerProvider provider) throws IOException {
            if (value.isNaN()) {
                json.writeNull();
            } else if (value.isInfinite()) {
                json.writeString(value.toString());
            } else {
                json.writeNumber(value);
            }
        }
    }
}
