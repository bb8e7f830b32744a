package org.momo4j.lab.run.folder;

import java.util.Map;

/**
 * Where and with what a run was made.
 *
 * @param version    of the program
 * @param java       the virtual machine
 * @param system     the operating system and its architecture
 * @param processor  its name, as far as the system tells
 * @param processors how many the process may use
 * @param revision   of the repository that it was started from
 * @param data       the SHA-256 of every file that data were read from
 */
public record Provenance(String version, String java, String system, String processor, int processors,
        Revision revision, Map<String, String> data) {
    /** Copies the digests. */
    public Provenance {
        data = Map.copyOf(data);
    }

    /** What is known before there are data. */
    public Provenance(String version, String java, String system, String processor, int processors,
            Revision revision) {
        this(version, java, system, processor, processors, revision, Map.of());
    }

    /** The same with these data. */
    public Provenance with(Map<String, String> digests) {
        return new Provenance(version, java, system, processor, processors, revision, digests);
    }
}
