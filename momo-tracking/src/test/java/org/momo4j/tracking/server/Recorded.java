package org.momo4j.tracking.server;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** What a tracking server holds, read back from its other side; a real one and the stub show it alike. */
public interface Recorded {
    /** Where it is reached, without a slash at the end. */
    URI uri();

    /**
     * The runs of an experiment, in the order of their ids; none if the experiment is not known.
     *
     * @param experiment its name
     */
    List<Run> runs(String experiment);

    /**
     * A run.
     *
     * @param id           given by the server
     * @param experimentId likewise
     * @param name         what people call it
     * @param status       RUNNING, FINISHED ...
     * @param startTime    in milliseconds
     * @param endTime      in milliseconds, if it has ended
     * @param params       by name
     * @param tags         by name, with those of MLflow
     * @param metrics      every row, sorted: one that is there twice stands here twice
     * @param dataSets     what it used
     * @param artifacts    SHA-256 of the content in hexadecimal digits, by path
     */
    record Run(String id, String experimentId, String name, String status, long startTime, OptionalLong endTime,
            Map<String, String> params, Map<String, String> tags, List<Metric> metrics, List<DataSet> dataSets,
            Map<String, String> artifacts) {}

    /**
     * A row of a metric.
     *
     * @param key       its name
     * @param step      steps made
     * @param timestamp in milliseconds
     * @param value     as the server gives it: infinities are the largest numbers there
     */
    record Metric(String key, long step, long timestamp, double value) implements Comparable<Metric> {
        @Override
        public int compareTo(Metric other) {
            int order = key.compareTo(other.key);
            order = order != 0 ? order : Long.compare(step, other.step);
            order = order != 0 ? order : Long.compare(timestamp, other.timestamp);
            return order != 0 ? order : Double.compare(value, other.value);
        }
    }

    /**
     * A data set that a run used.
     *
     * @param name       what people call it
     * @param digest     of its content
     * @param sourceType what kind of place it comes from
     * @param source     that place
     * @param tags       what is said about its use, by name
     */
    record DataSet(String name, String digest, String sourceType, String source, Map<String, String> tags) {}
}
