package org.momo4j.lab.specification.document;

/**
 * Where something stands.
 *
 * @param origin {@code file:line:column}, or the option of the command line
 * @param path   the keys that lead to it, as {@code optimizers[1].lr}; empty for the whole document
 */
public record Place(String origin, String path) {
    /** The value of a key of the mapping here, if it stands at this origin. */
    public Place key(String key, String itsOrigin) {
        return new Place(itsOrigin, path.isEmpty() ? key : path + "." + key);
    }

    /** An item of the list here, if it stands at this origin. */
    public Place item(int index, String itsOrigin) {
        return new Place(itsOrigin, path + "[" + index + "]");
    }

    /** The path, as the subject of a sentence. */
    public String subject() {
        return path.isEmpty() ? "the specification" : path;
    }

    /** An exception whose message is this place and a sentence about it. */
    public IllegalArgumentException refuse(String sentence) {
        return new IllegalArgumentException(origin + ": " + sentence);
    }

    /** An exception that says what stands here and what may. */
    public IllegalArgumentException mustBe(String what, String allowed) {
        return refuse(subject() + " is " + what + "; it must be " + allowed);
    }
}
