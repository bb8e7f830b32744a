package org.momo4j.lab.run.folder;

/**
 * Where and with what a run was made.
 *
 * @param version    of the program
 * @param java       the virtual machine
 * @param system     the operating system and its architecture
 * @param processor  its name, as far as the system tells
 * @param processors how many the process may use
 */
public record Provenance(String version, String java, String system, String processor, int processors) {}
