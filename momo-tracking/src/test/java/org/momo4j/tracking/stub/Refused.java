package org.momo4j.tracking.stub;

/** A request that MLflow answers with an error of its own. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;

    private Refused(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static Refused invalid(String message) {
        return new Refused(400, "INVALID_PARAMETER_VALUE", message);
    }

    static Refused exists(String message) {
        return new Refused(400, "RESOURCE_ALREADY_EXISTS", message);
    }

    static Refused unknown(String message) {
        return new Refused(404, "RESOURCE_DOES_NOT_EXIST", message);
    }

    static Refused bad(String message) {
        return new Refused(400, "BAD_REQUEST", message);
    }

    static Refused internal(String message) {
        return new Refused(500, "INTERNAL_ERROR", message);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }
}
