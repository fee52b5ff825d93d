package city.tongban.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;

/**
 * What a page must hold at every width: nothing cut, nothing beside the window, all by keyboard.
 */
final class Layout {
  private static final String WIDER_THAN_THE_WINDOW =
      "() => document.scrollingElement.scrollWidth - window.innerWidth";

  /** Text that stands outside the window or is cut at its box's edge, unless its box scrolls. */
  private static final String CUT =
      """
      () => [...document.querySelectorAll('body *')].filter(e => {
        if (e.closest('.skip, svg, select, pre') || !e.checkVisibility()) return false;
        const says = [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
        if (!says) return false;
        const box = e.getBoundingClientRect();
        const style = getComputedStyle(e);
        const hides = style.overflowX === 'hidden' || style.overflowX === 'clip';
        return box.right > window.innerWidth + 1 || box.left < -1 || (hides && e.scrollWidth > e.clientWidth + 1);
      }).map(e => e.outerHTML.slice(0, 160))
      """;

  /** Counts the controls, and from now on keeps in mind which of them has had the focus. */
  private static final String CONTROLS =
      """
      () => {
        const all = 'a[href],button,input:not([type=hidden]),select,textarea,summary,pre[tabindex]';
        window.unreached = new Set([...document.querySelectorAll(all)].filter(e => e.checkVisibility()));
        document.addEventListener('focusin', e => window.unreached.delete(e.target), true);
        return window.unreached.size;
      }
      """;

  private static final String UNREACHED =
      "() => [...window.unreached].map(e => e.outerHTML.slice(0, 160))";

  private Layout() {}

  static void fits(Page page) {
    String where = page.url() + " at " + page.viewportSize().width;
    assertThat(((Number) page.evaluate(WIDER_THAN_THE_WINDOW)).intValue())
        .as("pixels wider than the window, %s", where)
        .isLessThanOrEqualTo(0);
    assertThat((List<?>) page.evaluate(CUT)).as("cut, %s", where).isEmpty();
  }

  static void everythingIsReachedByKeyboard(Page page) {
    int controls = ((Number) page.evaluate(CONTROLS)).intValue();
    page.evaluate("() => { document.activeElement.blur(); window.scrollTo(0, 0); }");
    List<?> unreached = List.of();
    for (int round = 0; round < 3; round++) {
      for (int presses = 0; presses < controls + 5; presses++) {
        page.keyboard().press("Tab");
      }
      unreached = (List<?>) page.evaluate(UNREACHED);
      if (unreached.isEmpty()) {
        return;
      }
    }
    assertThat(unreached).as("not reached by keyboard, %s", page.url()).isEmpty();
  }
}
