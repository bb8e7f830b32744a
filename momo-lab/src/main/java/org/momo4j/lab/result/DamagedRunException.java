package org.momo4j.lab.result;

/** The files of a run are not what a run leaves behind; the message is a sentence that names file, place and what is wrong. */
final class DamagedRunException extends Exception {
    private static final long serialVersionUID = 1;

    DamagedRunException(String message) {
        super(message);
    }
}
