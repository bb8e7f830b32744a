package org.momo4j.lab.page;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.remote.RemoteWebDriver;

/** Chromium without a window, as it is installed; nothing is downloaded. */
public final class Browser implements AutoCloseable {
    private final ChromeDriverService service;
    private final RemoteWebDriver driver;

    private Browser(ChromeDriverService service, RemoteWebDriver driver) {
        this.service = service;
        this.driver = driver;
    }

    /** Skips a test where no browser is installed, and fails it where MOMO_REQUIRE_ALL is set. */
    public static void require() {
        String missing = "the page is not looked at in a browser: chromium or chromedriver is missing";
        if (System.getenv("MOMO_REQUIRE_ALL") != null) {
            assertTrue(isInstalled(), missing + ", and MOMO_REQUIRE_ALL forbids to skip");
        }
        assumeTrue(isInstalled(), missing);
    }

    /** Whether there is a browser, and the program that drives it. */
    static boolean isInstalled() {
        return browser().isPresent() && driver().isPresent();
    }

    private static Optional<File> browser() {
        return found("chromium", "chromium-browser", "google-chrome");
    }

    private static Optional<File> driver() {
        return found("chromedriver");
    }

    /** Starts it. */
    public static Browser start(Path temporary) throws IOException {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser().orElseThrow());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                "--window-size=1280,1000", "--user-data-dir=" + temporary.resolve("profile"));
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService driver = new ChromeDriverService.Builder().usingDriverExecutable(driver().orElseThrow())
                .usingAnyFreePort().withEnvironment(Map.of("HOME", temporary.toString())).build();
        driver.start();
        return new Browser(driver, new RemoteWebDriver(driver.getUrl(), options));
    }

    private static Optional<File> found(String... names) {
        return Stream.of(names).flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))).filter(Files::isExecutable).map(Path::toFile).findFirst();
    }

    /** By which Selenium does what the other methods do not. */
    public RemoteWebDriver remote() {
        return driver;
    }

    void open(Path page) {
        driver.get(page.toUri().toString());
    }

    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /** Clicks where it is, whatever is above it. */
    void click(String selector) {
        driver.executeScript("document.querySelector(arguments[0]).click()", selector);
    }

    /** The value of an expression on the page. */
    Object value(String expression, Object... arguments) {
        return Optional.ofNullable(driver.executeScript("return " + expression, arguments)).orElse("");
    }

    /** Moves the pointer to the middle of an element. */
    void hover(WebElement element) {
        driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
        new org.openqa.selenium.interactions.Actions(driver).moveToElement(element).perform();
    }

    /** What the page said to the console. */
    public List<String> console() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream().map(Object::toString).toList();
    }

    @Override
    public void close() {
        driver.quit();
        service.stop();
    }
}
