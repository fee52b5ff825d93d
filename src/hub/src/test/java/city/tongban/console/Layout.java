package city.tongban.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

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

  private static final String CONTROLS =
      """
      () => { let n = 0; document.querySelectorAll('a[href],button,input:not([type=hidden]),select,textarea,summary,pre[tabindex]')
        .forEach(e => { if (e.checkVisibility()) e.setAttribute('data-control', n++); }); return n; }
      """;

  private static final String FOCUSED =
      "() => document.activeElement ? document.activeElement.getAttribute('data-control') : null";

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
    Set<String> missing = new TreeSet<>();
    for (int i = 0; i < controls; i++) {
      missing.add(Integer.toString(i));
    }
    for (int presses = 0; presses < controls * 2 + 10 && !missing.isEmpty(); presses++) {
      page.keyboard().press("Tab");
      Object focused = page.evaluate(FOCUSED);
      if (focused != null) {
        missing.remove(focused);
      }
    }
    assertThat(missing).as("not reached by keyboard, %s", page.url()).isEmpty();
  }
}
