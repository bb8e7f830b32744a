package org.momo4j.lab.reference;

/** A piece of running text. */
sealed interface Inline {
    /** What a reader sees of it. */
    String plain();

    /**
     * Words.
     *
     * @param plain as they are read
     */
    record Text(String plain) implements Inline {}

    /**
     * Code.
     *
     * @param plain as it is read
     */
    record Code(String plain) implements Inline {}

    /**
     * Words that are stressed.
     *
     * @param plain as they are read
     */
    record Emphasis(String plain) implements Inline {}

    /**
     * Words that lead to a file.
     *
     * @param plain  as they are read
     * @param target the file from the root of the project, and {@code #} with a heading in it
     */
    record Link(String plain, String target) implements Inline {}

    /**
     * The name of a class.
     *
     * @param plain as it is read
     * @param type  the whole name of the class
     */
    record Type(String plain, String type) implements Inline {}
}
