package org.momo4j.lab.cli;

/** How a result is printed. */
public enum Format {
    /** For people. */
    TEXT,
    /** One JSON document. */
    JSON;

    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
