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
import org.momo4j.lab.result.Detail;
import org.momo4j.lab.result.Folders;
import org.momo4j.lab.result.RunResults;
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
        List<Seen> shown = Report.of(results, damaged::add).sections().stream()
                .flatMap(section -> section.settings().stream().map(s -> new Seen(section.objective(), section.score(),
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
