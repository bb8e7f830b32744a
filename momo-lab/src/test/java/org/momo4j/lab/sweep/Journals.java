package org.momo4j.lab.sweep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the runs of an experiment left behind, times left out. */
final class Journals {
    private Journals() {}

    /** Journals by the name of the run. */
    static Map<String, String> of(Path experiment) throws IOException {
        try (Stream<Path> folders = Files.list(experiment)) {
            return folders.filter(f -> Files.exists(f.resolve("run.json"))).collect(Collectors.toMap(
                    f -> f.getFileName().toString(), Journals::withoutTimes, (a, b) -> a, TreeMap::new));
        }
    }

    private static String withoutTimes(Path folder) {
        try {
            return withoutTimes(Files.readString(folder.resolve("journal.jsonl")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A journal without times, and without the length that they make differ. */
    static String withoutTimes(String journal) {
        return journal.replaceAll("\"seconds\":[^,}]*", "\"seconds\":0").replaceAll("\"bytes\":[^,}]*", "\"bytes\":0");
    }
}
