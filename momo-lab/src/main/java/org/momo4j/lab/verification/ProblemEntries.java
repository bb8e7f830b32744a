package org.momo4j.lab.verification;

import java.util.List;
import java.util.stream.Stream;
import org.momo4j.lab.catalogue.Entry;

/** The problems of a selection, described without being built. */
public final class ProblemEntries {
    private ProblemEntries() {}

    /** An entry a problem, in the order of the selection. */
    public static List<Entry> of(Selection selection) {
        return Stream.concat(
                selection.entries().stream().map(e -> entry(e.name(), e.interpolating()
                        ? "interpolating: every statement that applies must hold"
                        : "control without interpolation: checks that need it must fail")),
                selection.tight().stream().map(t -> entry(t.name(),
                        "tight: the rate is attained; run with momentum 0 only")))
                .toList();
    }

    private static Entry entry(String name, String kind) {
        return new Entry(name, kind, List.of(), "");
    }
}
