package org.momo4j.lab.page.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.momo4j.lab.result.Folders.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.momo4j.lab.Ran;
import org.momo4j.lab.experiment.Outcome.Status;
import org.momo4j.lab.result.Detail;
import org.momo4j.lab.result.Folders;
import org.momo4j.lab.result.RunResults;
import org.momo4j.lab.result.summary.Metric;
import org.momo4j.lab.result.summary.ObjectiveSummary;
import org.momo4j.lab.result.summary.Spread;
import org.momo4j.lab.result.summary.Summaries;

class ReportTest {
    /** What the page and {@code momo compare} must agree on. */
    private record Seen(String objective, String metric, String method, double rate, int runs, Spread spread) {}

    @TempDir
    Path folder;

    @Test
    void settingsAreThoseOfTheSummaries() throws IOException {
        Folders folders = new Folders(folder);
        for (int seed = 0; seed < 5; seed++) {
            for (double rate : new double[]{0.1, 1, Double.POSITIVE_INFINITY}) {
                folders.gap(plan("f", "momo", "known", rate, seed), 0.1 / (1 + seed));
                folders.gap(plan("f", "momo", "online", rate, seed), 0.2 / (1 + seed));
                folders.gap(plan("g", "adam", "known", rate, seed),
                        seed < rate ? Double.POSITIVE_INFINITY : 0.3 / seed);
            }
        }
        folders.write(plan("g", "adam", "known", 0.1, 5), Optional.empty());
        RunResults results = RunResults.in(folder);
        List<String> damaged = new ArrayList<>();
        List<Seen> expected = Summaries.of(results.stream(Detail.EVALUATIONS, damaged::add), Optional.empty()).stream()
                .flatMap(ReportTest::of).toList();
        List<Seen> shown = Report.of(results, Optional.empty(), damaged::add).sections().stream()
                .flatMap(section -> section.settings().stream()
                        .map(s -> new Seen(section.objective(), section.score().name(),
                                s.method(), s.rate(), s.runs().size(), s.score())))
                .toList();
        assertEquals(9, expected.size());
        assertEquals(Set.copyOf(expected), Set.copyOf(shown));
        assertEquals(List.of(), damaged);
    }

    private static Stream<Seen> of(ObjectiveSummary summary) {
        return summary.settings().stream().map(s -> new Seen(s.objective(), s.metric().name(), s.method(), s.rate(),
                s.runs(), s.spread()));
    }

    @Test
    void byAnAccuracyMoreIsBetterAndARunThatDivergedIsWorst() throws IOException {
        Folders folders = new Folders(folder);
        accuracy(folders, 0.1, Status.DONE, 0.7);
        accuracy(folders, 1, Status.DONE, 0.9);
        accuracy(folders, 10, Status.DIVERGED, 0.99);
        RunResults results = RunResults.in(folder);
        Section section = Report.of(results, Optional.of("val_accuracy"), d -> {
        }).sections().getFirst();
        assertEquals(new Metric("val_accuracy"), section.score());
        assertEquals(1, section.best("momo").orElseThrow().rate());
        assertEquals(Double.NEGATIVE_INFINITY, section.of("momo").getLast().score().median());
        assertEquals(0.1, Report.of(results, Optional.empty(), d -> {
        }).sections().getFirst().best("momo").orElseThrow().rate(), "by the loss another is best");
    }

    private static void accuracy(Folders folders, double rate, Status status, double accuracy) throws IOException {
        folders.write(plan("f", "momo", "known", rate, 0), Optional.of(status),
                Folders.evaluated(0, "train_loss", 2.0, "val_accuracy", 0.1),
                Folders.evaluated(10, "train_loss", rate, "val_accuracy", accuracy));
    }

    @Test
    void anUnknownMetricIsNamed() throws IOException {
        accuracy(new Folders(folder), 1, Status.DONE, 0.9);
        Ran ran = Ran.momo("report", "--metric", "val_acuracy", folder.toString());
        assertEquals(2, ran.code());
        assertEquals("momo: unknown metric \"val_acuracy\"; did you mean \"val_accuracy\"?\n", ran.err());
    }

    /** The time is printed: it is to be below ten seconds. */
    @Test
    void ofTenThousandRunsThePageStaysSmall() throws IOException {
        Folders folders = new Folders(folder);
        for (int i = 0; i < 10_000; i++) {
            folders.gap(plan("f", i % 2 == 0 ? "momo" : "sgd-m", "known", Math.pow(10, i / 2 % 500 / 100.0), i / 1000),
                    i % 7 == 0 ? Double.POSITIVE_INFINITY : 1.0 / (i + 2));
        }
        long start = System.nanoTime();
        Ran ran = Ran.momo("report", folder.toString());
        assertEquals(0, ran.code(), ran.err());
        System.out.println(
                "momo report of 10,000 runs: " + Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms");
        Path page = folder.resolve("report/index.html");
        assertTrue(Files.size(page) < 5_000_000, Files.size(page) + " bytes");
        assertTrue(Files.readString(page).contains("200 of 1000 settings"), "what is left out is said");
    }
}
