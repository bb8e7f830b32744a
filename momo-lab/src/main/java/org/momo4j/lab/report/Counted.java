package org.momo4j.lab.report;

/** Numbers of things, as people write them. */
public final class Counted {
    private Counted() {}

    /** {@code 1 problem}, {@code 2 problems}. */
    public static String of(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
