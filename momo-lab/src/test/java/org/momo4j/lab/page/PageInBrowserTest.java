package org.momo4j.lab.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.momo4j.lab.Ran;
import org.openqa.selenium.WebElement;

class PageInBrowserTest {
    private static final String SPECIFICATION = """
            experiment: small
            objective:
              - {name: least-squares, samples: 40, dimension: 4}
              - {name: logistic, samples: 40, dimension: 4}
            batchSize: 8
            epochs: 6
            seeds: 3
            optimizers:
              - {name: momo, lr: [0.01, 1, 1000], bound: [known, {name: online, initial: -10}]}
              - {name: sgd-m, lr: [0.01, 1, 1000]}
            """;

    @TempDir
    static Path folder;
    private static Browser browser;
    private static Exported exported;
    private static Path page;

    @BeforeAll
    static void aReportIsWrittenAndABrowserStarted() throws IOException {
        if (!Browser.isInstalled()) {
            return; // every test says that it is skipped
        }
        browser = Browser.start(folder);
        Path specification = Files.writeString(folder.resolve("small.yaml"), SPECIFICATION);
        Path csv = folder.resolve("small.csv");
        String experiment = folder.resolve("small").toString();
        for (Ran ran : List.of(Ran.momo("run", specification.toString(), "--out", folder.toString()),
                Ran.momo("report", experiment), Ran.momo("export", experiment, "--to", csv.toString()))) {
            assertEquals(0, ran.code(), ran.err());
        }
        exported = new Exported(csv);
        page = folder.resolve("small/report/index.html");
    }

    @AfterAll
    static void theBrowserIsClosed() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void thePageIsOpened() {
        Browser.require();
        browser.open(page);
    }

    @AfterEach
    void nothingWentWrong() {
        if (browser != null) {
            assertEquals(List.of(), browser.console());
        }
    }

    @Test
    void everyRunHasTheNumbersOfTheExport() {
        int seen = 0;
        for (String objective : List.of("least-squares", "logistic")) {
            choose(objective);
            Map<String, WebElement> rows = browser.all("#runs tbody tr").stream()
                    .collect(Collectors.toMap(r -> r.getDomAttribute("data-run"), r -> r));
            assertEquals(exported.runs(objective).size(), rows.size());
            for (String run : exported.runs(objective)) {
                assertEquals(exported.score(run), value(run, "relative gap"), run);
                assertEquals(exported.number(run, "train_loss"), value(run, "train loss"), run);
                assertEquals(exported.number(run, "seed"), value(run, "seed"), run);
                seen++;
            }
        }
        assertEquals(54, seen);
    }

    private static double value(String run, String column) {
        Object value = browser.value("document.querySelector(`#runs tr[data-run=\"${arguments[0]}\"] "
                + "td[data-column=\"${arguments[1]}\"]`).dataset.value", run, column);
        return Double.parseDouble(value.toString());
    }

    private static void choose(String objective) {
        browser.value(
                "[...document.querySelectorAll('#tabs button')].find(b => b.textContent === arguments[0]).click()",
                objective);
    }

    @Test
    void pointsAreMediansOfTheExport() {
        choose("least-squares");
        Map<Double, List<Double>> scores = exported.runs("least-squares").stream()
                .filter(r -> exported.cell(r, "optimizer").equals("sgd-m"))
                .collect(Collectors.groupingBy(r -> exported.number(r, "lr"), TreeMap::new,
                        Collectors.mapping(exported::score, Collectors.toList())));
        Map<Double, Double> drawn = browser.all("#stability [data-point='sgd-m']").stream()
                .collect(Collectors.toMap(p -> number(p, "data-x"), p -> number(p, "data-y")));
        int diverged = 0;
        for (var setting : scores.entrySet()) {
            double median = setting.getValue().stream().sorted().toList().get(1);
            assertEquals(Double.isFinite(median), drawn.containsKey(setting.getKey()), "lr " + setting.getKey());
            assertEquals(median, drawn.getOrDefault(setting.getKey(), Double.POSITIVE_INFINITY));
            diverged += (int) setting.getValue().stream().filter(v -> v.isInfinite()).count();
        }
        int marked = browser.all("#stability [data-diverged='sgd-m']").stream()
                .mapToInt(p -> (int) number(p, "data-count")).sum();
        assertTrue(diverged > 0, "the specification has a rate that is too large");
        assertEquals(diverged, marked, "runs marked at the top");
    }

    private static double number(WebElement element, String attribute) {
        return Double.parseDouble(String.valueOf(element.getDomAttribute(attribute)));
    }

    @Test
    void aMethodIsSwitchedOffAndOnEverywhere() {
        int rows = browser.all("#runs tbody tr").size();
        assertFalse(browser.all("#stability [data-line='sgd-m']").isEmpty());
        browser.click("#legend [data-method='sgd-m']");
        assertEquals("false", browser.all("#legend [data-method='sgd-m']").getFirst().getDomAttribute("aria-pressed"));
        assertTrue(browser.all("#stability [data-line='sgd-m'], #curves [data-line^='sgd-m']").isEmpty());
        assertFalse(browser.all("#stability [data-line='momo bound=online']").isEmpty(), "the others stay");
        assertEquals(rows - 9, browser.all("#runs tbody tr").size());
        browser.click("#legend [data-method='sgd-m']");
        assertFalse(browser.all("#stability [data-line='sgd-m']").isEmpty());
    }

    @Test
    void anAxisIsSwitchedBetweenLogarithmicAndLinear() {
        String logarithmic = line();
        browser.click("#stability [data-axis=y]");
        String linear = line();
        assertNotEquals(logarithmic, linear);
        assertTrue(browser.all("#stability [data-axis=y]").getFirst().getText().contains("linear"));
        browser.click("#stability [data-axis=y]");
        assertEquals(logarithmic, line());
    }

    private static String line() {
        return String.valueOf(browser.all("#stability [data-line='momo bound=known']").getFirst().getDomAttribute("d"));
    }

    @Test
    void thePointerShowsValues() {
        browser.hover(browser.all("#stability [data-point='momo bound=known']").getFirst());
        WebElement tip = browser.all("#tip").getFirst();
        assertTrue(tip.isDisplayed() && tip.getText().contains("median"), tip.getText());
    }

    @Test
    void runsAreSortedAndFiltered() {
        browser.value(
                "[...document.querySelectorAll('#runs th button')].find(b => b.textContent === 'relative gap').click()");
        List<Double> sorted = browser.all("#runs td[data-column='relative gap']").stream()
                .map(c -> number(c, "data-value")).toList();
        assertEquals(sorted.stream().sorted().toList(), sorted);
        browser.all("#filter").getFirst().sendKeys("sgd-m diverged");
        long diverged = exported.runs("least-squares").stream()
                .filter(r -> exported.cell(r, "status").equals("diverged")).count();
        assertEquals(diverged, browser.all("#runs tbody tr").size());
    }

    @Test
    void aComplaintWouldBeSeen() {
        browser.value("console.error('a complaint')");
        assertEquals(1, browser.console().size());
    }

    @Test
    void thePageNeedsNothingElse() throws IOException {
        String text = Files.readString(page).replace("http://www.w3.org/2000/svg", "");
        assertFalse(text.contains("http:") || text.contains("https:") || text.contains("@import"), "no network");
        assertEquals(List.of(), browser.value("performance.getEntriesByType('resource').map(r => r.name).filter("
                + "n => !n.startsWith('data:'))"));
    }
}
