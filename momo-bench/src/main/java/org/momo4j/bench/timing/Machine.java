package org.momo4j.bench.timing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.momo4j.bench.kernel.Workbench;

/**
 * Where and when something was measured: times without this mean nothing.
 *
 * @param processor  its name, as far as the system tells
 * @param processors how many this process may use
 * @param vectorBits bits of the vectors that kernels use
 * @param java       the virtual machine
 * @param date       when, in UTC
 */
public record Machine(String processor, int processors, int vectorBits, String java, String date) {
    private static final Path LINUX = Path.of("/proc/cpuinfo");

    /** This machine, now. */
    public static Machine here() {
        return new Machine(nameOfProcessor(), Runtime.getRuntime().availableProcessors(), Workbench.vectorBits(),
                Runtime.version().toString(), Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    }

    private static String nameOfProcessor() {
        try (Stream<String> lines = Files.lines(LINUX)) {
            return lines.filter(l -> l.startsWith("model name")).map(l -> l.substring(l.indexOf(':') + 1).strip())
                    .findFirst().orElseGet(Machine::architecture);
        } catch (IOException e) {
            return architecture();
        }
    }

    private static String architecture() {
        return System.getProperty("os.arch");
    }
}
