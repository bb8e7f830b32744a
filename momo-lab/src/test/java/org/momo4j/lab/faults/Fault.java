package org.momo4j.lab.faults;

/**
 * A fault: one place in the sources of momo-core, and what is written there instead.
 *
 * @param name     what is wrong
 * @param file     below the sources of momo-core
 * @param original text that stands in the file exactly once
 * @param mutated  what is put in its place
 */
record Fault(String name, String file, String original, String mutated) {}
