package org.momo4j.tracking.mlflow;

/**
 * How far an outbox is delivered to one server.
 *
 * @param server       its address
 * @param experimentId of MLflow
 * @param runId        of MLflow
 * @param position     everything before it is delivered, or refused and written down
 * @param ended        whether the server was told that the run is over
 */
record Cursor(String server, String experimentId, String runId, Position position, boolean ended) {
    /** A place further on. */
    Cursor at(Position further) {
        return new Cursor(server, experimentId, runId, further, ended);
    }

    /** The run is over, or not any more. */
    Cursor ended(boolean over) {
        return new Cursor(server, experimentId, runId, position, over);
    }
}
