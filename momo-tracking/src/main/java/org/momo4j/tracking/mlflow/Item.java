package org.momo4j.tracking.mlflow;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/**
 * One value for a run.
 *
 * @param kind   what it is
 * @param line   number of the line that says it
 * @param millis when it was said
 * @param key    its name
 * @param text   its value, where that is a text
 * @param number its value, where that is a number
 * @param step   of a number
 */
record Item(Kind kind, long line, long millis, String key, String text, double number, long step) {
    private static final int ROOM_OF_NUMBERS = 120;
    private static final int MOST_BYTES_OF_A_CHARACTER = 6;

    /** What values a batch can hold; at most so many of each. */
    enum Kind {
        /** A number measured at a step. */
        METRIC(1000),
        /** What the run was made with. */
        PARAM(100),
        /** What is said about it. */
        TAG(100);

        private final int most;

        Kind(int most) {
            this.most = most;
        }

        /** So many go into one batch. */
        int most() {
            return most;
        }
    }

    /** A number. */
    static Item metric(long line, long millis, String key, double value, long step) {
        return new Item(Kind.METRIC, line, millis, key, "", value, step);
    }

    /** A text. */
    static Item text(Kind kind, long line, long millis, String key, String value) {
        return new Item(kind, line, millis, key, value, 0, 0);
    }

    /** Bytes of JSON that it needs at most. */
    int room() {
        return ROOM_OF_NUMBERS + MOST_BYTES_OF_A_CHARACTER * (key.length() + text.length());
    }

    /** Its value as people read it. */
    String value() {
        return kind == Kind.METRIC ? Double.toString(number) : text;
    }

    /** As MLflow wants it; what JSON has no number for is a text. */
    void writeTo(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("key", key);
        if (kind == Kind.METRIC) {
            out.writeNumberField("value", number);
            out.writeNumberField("timestamp", millis);
            out.writeNumberField("step", step);
        } else {
            out.writeStringField("value", text);
        }
        out.writeEndObject();
    }
}
