package city.tongban.console;

import static org.assertj.core.api.Assertions.assertThat;

import city.tongban.path.RunningHub;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.WaitForConditionOptions;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;

/** Somebody in front of a real browser at the running hub's console. */
final class Visit implements AutoCloseable {
  private final RunningHub hub = RunningHub.get();
  private final BrowserContext window;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  private Visit(int width, String language) {
    window = Chromium.window(width);
    page = window.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.text().contains("Content Security Policy")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
    page.onDialog(
        dialog -> {
          complaints.add("dialog: " + dialog.message());
          dialog.dismiss();
        });
    open("/console/login?lang=" + language);
  }

  /** At the log-in page. */
  static Visit of(int width, String language) {
    return new Visit(width, language);
  }

  static Visit as(String account, int width, String language) {
    return of(width, language).logIn(account, RunningHub.get().consolePassword(account));
  }

  Visit logIn(String account, String password) {
    page.fill("input[name=username]", account);
    page.fill("input[name=password]", password);
    page.press("input[name=password]", "Enter");
    page.waitForCondition(() -> !page.url().endsWith("/console/login"));
    return this;
  }

  Page page() {
    return page;
  }

  BrowserContext window() {
    return window;
  }

  Visit open(String path) {
    page.navigate(hub.address().resolve(path).toString());
    page.waitForLoadState(LoadState.LOAD);
    return this;
  }

  /** Opens whatever can be opened on the page, and waits until it is there. */
  Visit unfold() {
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })");
    page.waitForCondition(
        () -> page.locator(".payload[open] .loading").count() == 0,
        new WaitForConditionOptions().setTimeout(30_000));
    return this;
  }

  String at() {
    return page.url().substring(hub.address().toString().length());
  }

  Locator find(String selector) {
    return page.locator(selector);
  }

  /** What the browser itself found wrong: a script of ours, or one that the policy stopped. */
  void nothingToComplainOf() {
    assertThat(complaints).isEmpty();
  }

  @Override
  public void close() {
    window.close();
  }
}
