package org.momo4j.tracking.mlflow;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was there before something began, to be compared with what is left when it is over. */
final class Leftovers {
    private static final Pattern NAME = Pattern.compile("momo-mlflow.*|HttpClient-\\d+-SelectorManager");

    private final Path temporary;
    private final Set<Thread> threads;
    private final List<String> descriptors;

    private Leftovers(Path temporary) throws IOException {
        this.temporary = temporary;
        threads = threads();
        descriptors = descriptors();
    }

    /** What is there now; a folder that only this test writes to. */
    static Leftovers since(Path temporary) throws IOException {
        return new Leftovers(temporary);
    }

    /** Fails unless everything is soon as it was. */
    void assertNone() throws Exception {
        Eventually.is("threads end", () -> threads.containsAll(threads()), Leftovers::threads);
        Eventually.is("what was opened is closed", () -> more().isEmpty(),
                () -> descriptors + " and now " + descriptors());
    }

    /** What is open and was not; what another test closed meanwhile is no matter. */
    private List<String> more() throws IOException {
        List<String> now = new ArrayList<>(descriptors());
        descriptors.forEach(now::remove); // once each
        return now;
    }

    /**
     * Threads of uploaders and HTTP clients, but no virtual ones. (Those are seen in a dump of all threads alone, and to make one
     * while threads end crashes Java 25.0.3; one that is left holds a connection, which is seen.)
     */
    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream().filter(thread -> NAME.matcher(thread.getName()).matches())
                .collect(Collectors.toSet());
    }

    /** What is open: sockets, pipes and the like, and the files of this test; elsewhere, as many entries as there are. */
    private List<String> descriptors() throws IOException {
        Path open = Path.of("/proc/self/fd");
        if (!Files.isDirectory(open)) {
            return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                    ? Collections.nCopies((int) unix.getOpenFileDescriptorCount(), "something")
                    : List.of();
        }
        List<String> targets = new ArrayList<>();
        try (Stream<Path> all = Files.list(open)) {
            for (Path one : all.toList()) {
                if (Files.isSymbolicLink(one)) { // the listing itself is over
                    String target = Files.readSymbolicLink(one).toString();
                    if (!target.startsWith("/") || target.startsWith(temporary.toString())) {
                        targets.add(target.replaceFirst(":.*", "")); // a port that is opened again has another number
                    }
                }
            }
        }
        Collections.sort(targets);
        return targets;
    }
}
