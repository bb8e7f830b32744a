package org.momo4j.tracking.mlflow;

/** A run that was delivered to is no longer on the server. */
final class RunGone extends Exception {
    private static final long serialVersionUID = 1;

    /** The run with this id of MLflow. */
    RunGone(String runId) {
        super(runId);
    }
}
