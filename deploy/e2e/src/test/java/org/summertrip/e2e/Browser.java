package org.summertrip.e2e;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A Chromium without a screen, where there is one together with its chromedriver. Nothing is ever downloaded. */
final class Browser implements AutoCloseable {
    /** Complains about every Chromium for which it has no DevTools classes, which are not used here. Held, or its level is forgotten. */
    private static final Logger CDP = Logger.getLogger("org.openqa.selenium.devtools.CdpVersionFinder");

    static {
        CDP.setLevel(Level.SEVERE);
    }

    private final ChromeDriver driver;

    private Browser(Path chromium, Path chromedriver) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.toFile());
        // Its sandbox does not work for root, who runs tests in containers; it shows nothing but our own page here.
        options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1280,900");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        // A driver that is named is not looked for: Selenium Manager, which would fetch one, is never asked.
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.toFile())
                .usingAnyFreePort()
                .build();
        driver = new ChromeDriver(service, options);
    }

    /** Empty where there is none. */
    static Optional<Browser> open() {
        return inPath("chromium", "chromium-browser", "google-chrome")
                .flatMap(chromium -> inPath("chromedriver").map(driver -> new Browser(chromium, driver)));
    }

    private static Optional<Path> inPath(String... names) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(directory -> Stream.of(names).map(name -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    void go(String address) {
        driver.get(address);
    }

    void reload() {
        driver.navigate().refresh();
    }

    /** What is shown at this place now, as people read it. */
    List<String> texts(String selector) {
        return Stream.of(driver.executeScript(
                        "return [...document.querySelectorAll(arguments[0])].filter(e => e.checkVisibility()).map(e => e.innerText ?? e.textContent)",
                        selector))
                .flatMap(list -> ((List<?>) list).stream())
                .map(Object::toString)
                .toList();
    }

    boolean shows(String selector) {
        return !texts(selector).isEmpty();
    }

    /** The first that is there and can be used, as soon as it is. */
    WebElement await(String selector) {
        return JourneyIT.soon()
                .ignoreExceptions()
                .until(
                        () -> driver.findElements(By.cssSelector(selector)).stream()
                                .filter(WebElement::isDisplayed)
                                .filter(WebElement::isEnabled)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    void click(String selector) {
        await(selector);
        JourneyIT.soon().ignoreExceptions().until(() -> {
            await(selector).click();
            return true;
        });
    }

    /** The button that says so. */
    void press(String label) {
        By button = By.xpath("//button[normalize-space()='" + label + "']");
        JourneyIT.soon().ignoreExceptions().until(() -> {
            driver.findElements(button).stream()
                    .filter(WebElement::isDisplayed)
                    .findFirst()
                    .orElseThrow()
                    .click();
            return true;
        });
    }

    /** Moves the pointer there: some things are shown only then. */
    void pointAt(String selector) {
        new Actions(driver).moveToElement(await(selector)).perform();
    }

    void type(String selector, CharSequence... keys) {
        await(selector).sendKeys(keys);
    }

    /** Gives a file to a picker, which nobody sees: people press its label. */
    void choose(String selector, Path file) {
        driver.findElement(By.cssSelector(selector))
                .sendKeys(file.toAbsolutePath().toString());
    }

    Object evaluate(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** Errors and warnings on the console since it was asked last: exceptions, refused requests, breaches of the policy. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::toString)
                .toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
