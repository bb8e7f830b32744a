package org.momo4j.tracking.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A Java of its own, to be killed or starved; what it prints is in a file, and is there whatever becomes of it.
 *
 * @param process the process
 * @param output  what it prints
 */
record JavaProcess(Process process, Path output) {
    private static final int LONGEST_SECONDS = 120;
    private static final String STARVED = "ulimit -S -f \"$1\"; shift; exec \"$@\"";

    static JavaProcess start(Path output, Class<?> main, String... arguments) throws IOException {
        return run(output, List.of(), main, arguments);
    }

    /** Files can grow to so many blocks of 1024 bytes, until {@link #letFilesGrow}. */
    static JavaProcess starved(int blocks, Path output, Class<?> main, String... arguments) throws IOException {
        return run(output, List.of("bash", "-c", STARVED, "java", Integer.toString(blocks)), main, arguments);
    }

    private static JavaProcess run(Path output, List<String> before, Class<?> main, String... arguments)
            throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> java = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-cp", classPath, main.getName());
        List<String> command = Stream.of(before, java, List.of(arguments)).flatMap(List::stream).toList();
        return new JavaProcess(new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile())
                .start(), output);
    }

    /** Gives files all the room that there is. */
    void letFilesGrow() throws IOException, InterruptedException {
        int code = new ProcessBuilder("prlimit", "--pid", Long.toString(process.pid()), "--fsize=unlimited:")
                .inheritIO().start().waitFor();
        if (code != 0) {
            throw new IOException("prlimit ended with " + code);
        }
    }

    int waitFor() throws InterruptedException {
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the process does not end: " + output);
        }
        return process.exitValue();
    }

    /** Waits until it printed a line that contains this. */
    void waitFor(String text) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (!text().contains(text)) {
            if (!process.isAlive() && !text().contains(text) || System.nanoTime() > end) {
                process.destroyForcibly();
                throw new AssertionError("\"" + text + "\" is not printed: " + text());
            }
            process.waitFor(5, TimeUnit.MILLISECONDS);
        }
    }

    String text() throws IOException {
        return Files.readString(output);
    }
}
