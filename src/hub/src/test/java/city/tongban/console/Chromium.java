package city.tongban.console;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The system's own Chromium, one per JVM; nothing is fetched. {@code ./hub test} installs it where
 * it is missing, {@code CHROMIUM} names another.
 */
final class Chromium {
  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--no-proxy-server",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");
  private static final double PATIENCE_MILLIS = 60_000;
  private static final int HEIGHT = 900;
  private static Browser running;

  private Chromium() {}

  /** A person's own window: cookies are shared with nobody. */
  static BrowserContext window(int width) {
    BrowserContext context =
        get()
            .newContext(
                new NewContextOptions().setViewportSize(width, HEIGHT).setDeviceScaleFactor(1));
    context.setDefaultTimeout(PATIENCE_MILLIS);
    return context;
  }

  private static synchronized Browser get() {
    if (running == null) {
      Playwright playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      running =
          playwright
              .chromium()
              .launch(new LaunchOptions().setExecutablePath(program()).setArgs(ARGUMENTS));
      Runtime.getRuntime().addShutdownHook(new Thread(playwright::close, "chromium-close"));
    }
    return running;
  }

  private static Path program() {
    return Stream.of(
            System.getenv("CHROMIUM"),
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
        .filter(Objects::nonNull)
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "no Chromium here: install it (./hub test does), or name one in CHROMIUM"));
  }
}
