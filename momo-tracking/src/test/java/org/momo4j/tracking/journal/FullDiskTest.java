package org.momo4j.tracking.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process whose files the system lets grow only so far, as on a full disk, and then further. */
class FullDiskTest {
    private static final int BLOCKS = 256;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theRunStopsAndWhatWasLoggedBeforeIsWhole() throws IOException, InterruptedException {
        require("bash");
        JavaProcess process = starved(BLOCKS, "STOP", "0", "5000", "100");
        assertNotEquals(0, process.waitFor());
        String text = process.text();
        assertTrue(text.contains("java.io.UncheckedIOException: " + file() + " cannot be written: "), text);
        assertFalse(text.contains("closed\n"), text);
        assertEquals(lastNumber(text), Lines.read(file()).size());
        assertTrue(Files.size(file()) <= BLOCKS * 1024);
        assertEquals(Recovered.of(file()).bytes(), Files.size(file()), "it was closed in order");
        goesOn();
    }

    @Test
    void theRunGoesOnAndCountsWhatIsLost() throws IOException, InterruptedException {
        require("bash");
        int last = 5000;
        JavaProcess process = starved(BLOCKS, "GO_ON", "0", Integer.toString(last), "100");
        assertEquals(0, process.waitFor(), process.text());
        String text = process.text();
        List<String> messages = text.lines().filter(line -> line.startsWith("message: ")).toList();
        assertEquals(1, messages.size(), messages.toString());
        assertTrue(messages.getFirst().startsWith("message: " + file() + " cannot be written: "), messages.toString());
        assertTrue(messages.getFirst().endsWith(
                "; the run goes on, and what it logs is lost until there is room again"), messages.toString());
        List<Entry> entries = Lines.entries(file());
        List<Entry> tags = entries.stream().filter(Entry.Tags.class::isInstance).toList();
        int there = entries.size() - tags.size();
        assertTrue(there > 500 && there < last, there + " lines");
        assertTrue(text.contains("lost " + (last - there) + "\n"), there + " lines are there, and ...");
        assertEquals(List.of(new Entry.Tags(Map.of("momo.lost_values", Integer.toString(last - there)))), tags,
                "a short line fits into what is left");
        assertEquals(Recovered.of(file()).bytes(), Files.size(file()));
        goesOn();
    }

    @Test
    void whenThereIsRoomAgainTheJournalSaysWhatIsMissing() throws IOException, InterruptedException {
        require("bash");
        require("prlimit");
        JavaProcess process = starved(BLOCKS, "GO_ON", "0", "5000", "100", "patient");
        process.waitFor("lost 3\n");
        process.letFilesGrow();
        assertEquals(0, process.waitFor(), process.text());
        List<Line> lines = Lines.read(file());
        assertEquals(List.of(new Entry.Tags(Map.of("momo.lost_values", "3")),
                new Entry.Metrics(7, Map.of("again", 7.0))),
                lines.subList(lines.size() - 2, lines.size()).stream().map(Line::entry).toList());
        List<String> messages = process.text().lines().filter(line -> line.startsWith("message: ")).toList();
        assertEquals(2, messages.size(), messages.toString());
        assertEquals("message: there is room again for " + file() + "; 3 values were lost", messages.getLast());

        JavaProcess next = starved((int) (Files.size(file()) / 1024) + 100, "GO_ON",
                Integer.toString(lines.size() + 1), "5000", "100", "patient");
        next.waitFor("lost 6\n");
        next.letFilesGrow();
        assertEquals(0, next.waitFor(), next.text());
        assertEquals("6", Recovered.of(file()).logged().tag("momo.lost_values").orElse("none"),
                "who goes on does not forget");
    }

    @Test
    void aRunThatCannotEvenBeginIsRefused() throws IOException, InterruptedException {
        require("bash");
        JavaProcess process = starved(2, "GO_ON", "0", "10", "100");
        assertNotEquals(0, process.waitFor());
        assertTrue(process.text().contains("UncheckedIOException: " + file() + " cannot be written: "),
                process.text());
        assertEquals(0, Files.size(file()));
    }

    private void goesOn() throws IOException {
        int there = Lines.read(file()).size();
        try (OpenJournals journals = new OpenJournals(); Journal journal = journals.open(folder.resolve("run"))) {
            assertEquals(List.of(), journals.messages());
            journal.append(new Entry.Ended(Entry.Ended.Status.FINISHED));
        }
        assertEquals(there + 1, Lines.read(file()).size());
    }

    private Path file() {
        return new Outbox(folder.resolve("run")).journal();
    }

    /** It must not print more than it may write. */
    private JavaProcess starved(int blocks, String... arguments) throws IOException {
        List<String> all = Stream.concat(Stream.of(folder.resolve("run").toString()), Stream.of(arguments)).toList();
        return JavaProcess.starved(blocks, Files.createTempFile(folder, "out", ""), LoggingProcess.class,
                all.toArray(String[]::new));
    }

    private static long lastNumber(String text) {
        return text.lines().filter(line -> line.matches("\\d+")).mapToLong(Long::parseLong).max().orElse(0);
    }

    private static void require(String program) {
        boolean there = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
        String missing = "no disk is filled: " + program + " is missing";
        if (System.getenv("MOMO_REQUIRE_ALL") != null) {
            assertTrue(there, missing + ", and MOMO_REQUIRE_ALL forbids to skip");
        }
        assumeTrue(there, missing);
    }
}
