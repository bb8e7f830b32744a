package org.momo4j.tracking.mlflow;

/** The uploader is being closed: whoever is at work leaves everything as it is. */
final class Stopped extends Exception {
    private static final long serialVersionUID = 1;
}
