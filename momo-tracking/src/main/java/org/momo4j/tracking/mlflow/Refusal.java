package org.momo4j.tracking.mlflow;

/** The server refuses something for good. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1;

    private final String code;

    /** By MLflow's word for it, which may be empty, and a reason for people. */
    Refusal(String code, String reason) {
        super(reason);
        this.code = code;
    }

    /** MLflow's word for it. */
    String code() {
        return code;
    }

    /** Whether what was asked for is not there. */
    boolean isOfMissing() {
        return code.equals("RESOURCE_DOES_NOT_EXIST");
    }

    /** The reason, for people. */
    String reason() {
        return String.valueOf(getMessage());
    }
}
