package org.momo4j.tracking.journal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What one line of a journal says. */
public sealed interface Entry {
    /**
     * A run begins: the first line of every journal.
     *
     * @param uid        made once, never changed: by it the run is found again on every server
     * @param experiment what it belongs to
     * @param name       what people call it
     * @param parent     uid of the run that it is a part of
     */
    record Began(String uid, String experiment, String name, Optional<String> parent) implements Entry {}

    /**
     * What the run was made with; a parameter never changes its value.
     *
     * @param values by name
     */
    record Params(Map<String, String> values) implements Entry {
        /** Copies the values, in their order. */
        public Params {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    /**
     * What was measured at one step.
     *
     * @param step   steps made
     * @param values by name; NaN and infinities as they are
     */
    record Metrics(long step, Map<String, Double> values) implements Entry {
        /** Copies the values, in their order. */
        public Metrics {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    /**
     * What is said about the run; a later value takes the place of an earlier one.
     *
     * @param values by name
     */
    record Tags(Map<String, String> values) implements Entry {
        /** Copies the values, in their order. */
        public Tags {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    /**
     * Data that the run used.
     *
     * @param name       what people call them
     * @param digest     of their content
     * @param sourceType what kind of place they come from: {@code local}, {@code synthetic} ...
     * @param source     that place, as JSON
     * @param context    what for: {@code training} ...
     */
    record DataSet(String name, String digest, String sourceType, String source, String context) implements Entry {}

    /**
     * A file that belongs to the run; its content is kept beside the journal under its digest.
     *
     * @param path   where it belongs among the files of the run, with {@code /} between folders
     * @param digest SHA-256, in hexadecimal digits
     * @param bytes  its length
     */
    record Artifact(String path, String digest, long bytes) implements Entry {}

    /**
     * The run is over. It may be gone on with: then other lines follow.
     *
     * @param status how it ended
     */
    record Ended(Status status) implements Entry {
        /** Ways to end, as MLflow knows them. */
        public enum Status {
            /** As it should; divergence is a result too. */
            FINISHED,
            /** Something went wrong. */
            FAILED,
            /** Somebody or a limit of time ended it. */
            KILLED
        }
    }
}
