package org.momo4j.lab.tracking;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.remote.RemoteWebDriver;

/**
 * The page of MLflow 3.18 that draws the runs of an experiment, as somebody would use it. Things are found by what they say, their
 * roles, and the ids that MLflow gives them for tests; each is waited for.
 */
final class ChartsPage {
    private static final Dimension WINDOW = new Dimension(1500, 1000);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final String CARD = "[data-testid='experiment-view-compare-runs-card']";
    private static final By SEARCH = By.cssSelector("input[placeholder='Search metric charts']");
    private static final By HEADING = By.xpath("//*[starts-with(normalize-space(text()), 'Model metrics')]");
    /** Wide enough for all three columns of cards. */
    private static final int WIDER = 560;
    private static final int HIGHER = 220;

    private final RemoteWebDriver driver;

    ChartsPage(RemoteWebDriver driver) {
        this.driver = driver;
        driver.manage().window().setSize(WINDOW);
    }

    /** Opens the charts of the runs of an experiment that a filter lets through. */
    void open(URI server, String experimentId, String filter) {
        driver.get(server + "/#/experiments/" + experimentId + "/runs?compareRunsMode=CHART&searchFilter="
                + URLEncoder.encode(filter, StandardCharsets.UTF_8).replace("+", "%20"));
    }

    /** Closes the pane that offers help. */
    void closeAssistant() {
        click(By.cssSelector("[data-component-id='mlflow.assistant.chat_panel.close']"));
    }

    /** Shows the runs beneath a run. */
    void expand(String run) {
        click(By.xpath("//*[@role='gridcell'][.//a[normalize-space()='" + run + "']]//button"));
    }

    /** Waits until the list shows a run. */
    void awaitRun(String run) {
        await("the run " + run,
                () -> !driver.findElements(By.xpath("//*[@role='gridcell']//a[normalize-space()='" + run + "']"))
                        .isEmpty());
    }

    /** Shows the chart of one metric alone. */
    void only(String metric) {
        click(SEARCH);
        driver.findElement(SEARCH).sendKeys("^" + metric + "$");
        await("one chart, of " + metric, () -> {
            List<WebElement> cards = cards();
            return cards.size() == 1 && cards.getFirst().getText().startsWith(metric);
        });
    }

    /** Gives the chart a logarithmic scale upwards. */
    void logarithmic() {
        click(By.cssSelector(CARD + " [data-testid='experiment-view-compare-runs-card-menu']"));
        click(By.xpath("//*[@role='menuitem'][normalize-space()='Configure']"));
        By scale = By.cssSelector("[role='dialog'] [role='switch'][aria-label='y-axis-log']");
        click(scale);
        await("the switch of the scale",
                () -> "true".equals(driver.findElement(scale).getDomAttribute("aria-checked")));
        click(By.xpath("//*[@role='dialog']//button[normalize-space()='Save changes']"));
        await("the end of the dialog", () -> driver.findElements(By.cssSelector("[role='dialog']")).isEmpty());
        await("the logarithmic scale", () -> "log".equals(drawn("layout.yaxis.type")));
    }

    /** Draws the corner of the chart until it is as wide as the page. */
    void enlarge() {
        int width = cards().getFirst().getSize().getWidth();
        WebElement corner = driver.findElement(By.cssSelector("[data-testid='draggable-card-resize-handle']"));
        new Actions(driver).dragAndDropBy(corner, WIDER, HIGHER).perform();
        await("a wider chart", () -> {
            int card = cards().getFirst().getSize().getWidth();
            return card > 2 * width
                    && driver.findElement(By.cssSelector(CARD + " svg.main-svg")).getSize().getWidth() > card * 9 / 10;
        });
    }

    /** The values that the chart shows, by the name of the run, from left to right. */
    Map<String, List<Double>> series() {
        Map<String, List<Double>> series = new LinkedHashMap<>();
        for (Object one : (List<?>) drawn("data.map(line => [line.name, ...line.y].map(String))")) {
            List<String> line = ((List<?>) one).stream().map(String::valueOf).toList();
            series.put(line.getFirst(), line.stream().skip(1).map(Double::valueOf).toList());
        }
        return series;
    }

    /** The colours of the lines. */
    Set<String> colours() {
        return driver.findElements(By.cssSelector(CARD + " path.js-line")).stream()
                .map(line -> line.getCssValue("stroke")).collect(Collectors.toSet());
    }

    /** At how many places the chart has a mark; it draws each twice, one above the other. */
    long points() {
        return driver.findElements(By.cssSelector(CARD + " .points path.point")).stream()
                .map(point -> String.valueOf(point.getDomAttribute("transform"))).distinct().count();
    }

    /** What the chart writes below and beside it. */
    List<String> texts() {
        return cards().getFirst().getText().lines().toList();
    }

    /** Whether the page says this somewhere. */
    boolean says(String text) {
        return driver.findElement(By.tagName("body")).getText().contains(text);
    }

    /** A picture of the window, as PNG, with the pointer where it shows nothing. */
    byte[] picture() {
        new Actions(driver).moveToElement(driver.findElement(HEADING)).perform();
        return driver.getScreenshotAs(OutputType.BYTES);
    }

    private Object drawn(String what) {
        return driver.executeScript("return document.querySelector(arguments[0])." + what, CARD + " .js-plotly-plot");
    }

    private List<WebElement> cards() {
        return driver.findElements(By.cssSelector(CARD)).stream().filter(WebElement::isDisplayed).toList();
    }

    private void click(By what) {
        await(what.toString(), () -> {
            driver.findElement(what).click();
            return true;
        });
    }

    /** What is not there yet, or was drawn anew meanwhile, is looked for again. */
    private void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!holds(condition)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("In vain waited for " + what + ". The page says:\n"
                        + driver.findElement(By.tagName("body")).getText());
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
    }

    private static boolean holds(BooleanSupplier condition) {
        try {
            return condition.getAsBoolean();
        } catch (WebDriverException notYet) {
            return false;
        }
    }
}
