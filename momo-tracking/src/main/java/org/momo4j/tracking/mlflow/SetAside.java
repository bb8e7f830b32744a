package org.momo4j.tracking.mlflow;

/** A journal cannot be delivered before people do something; the message says what. */
final class SetAside extends Exception {
    private static final long serialVersionUID = 1;

    /** For this reason: a sentence. */
    SetAside(String sentence) {
        super(sentence);
    }

    /** The reason. */
    String sentence() {
        return String.valueOf(getMessage());
    }
}
