package city.tongban.console;

import static org.assertj.core.api.Assertions.assertThat;

import city.tongban.path.Applications;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page in a real browser, on a desk and on a telephone, in both languages. */
class PagesBrowserTest {
  private static final String LONG_NAME = "买买提·吐尔逊·阿不都热合曼·克里木江";

  private static final int WIDE = 1280;
  private static String delivered;
  private static String parked;
  private static String refused;

  @BeforeAll
  static void somethingHasHappened() {
    delivered = Scenes.delivered();
    parked = Scenes.parked(Applications.named(Applications.lease(5100), LONG_NAME));
    Map<String, Object> wrong = Applications.lease(5200);
    wrong.put("item", "ZZ0000");
    refused = Scenes.refused(wrong);
  }

  static Stream<Arguments> windows() {
    return Stream.of(WIDE, 390)
        .flatMap(width -> Stream.of("zh", "en").map(language -> Arguments.of(width, language)));
  }

  /**
   * Both languages are rendered from the same templates: the keyboard is tried once for each width.
   */
  @ParameterizedTest(name = "{0} px, {1}")
  @MethodSource("windows")
  void everyPageFitsAndEveryControlIsReachedByKeyboard(int width, String language) {
    try (Visit nobody = Visit.of(width, language)) {
      check(nobody, "log-in", language);
      nobody.open("/console/login?undone");
      check(nobody, "undone", language);
    }
    try (Visit operator = Visit.as("operator", width, language)) {
      walk(operator, "operator", language, List.of("/console", "/console/deliveries"));
      walk(operator, "operator", language, List.of("/console/cases/" + parked));
      walk(operator, "operator", language, List.of("/console/readings", "/console/search?q=x"));
    }
    try (Visit auditor = Visit.as("auditor", width, language)) {
      walk(
          auditor,
          "auditor",
          language,
          List.of(
              "/console/cases/" + delivered,
              comparison(delivered),
              comparison(delivered) + "&whole=true",
              "/console/stops/" + refused,
              "/console/readings",
              "/console/runbook",
              "/console/cases/310101-20180702-999999",
              "/console/nothing"));
    }
  }

  static String comparison(String number) {
    return "/console/cases/%s/compare?left=canonical&right=%s.out"
        .formatted(number, Scenes.stop(number, "attempt-began"));
  }

  private static void walk(Visit visit, String who, String language, List<String> paths) {
    for (String path : paths) {
      visit.open(path).unfold();
      check(visit, who + path.replaceAll("[^a-z]+", "-"), language);
    }
  }

  private static void check(Visit visit, String name, String language) {
    Page page = visit.page();
    keep(page, name + "-" + language + "-" + page.viewportSize().width);
    Layout.fits(page);
    if (page.viewportSize().width == WIDE == language.equals("zh")) {
      Layout.everythingIsReachedByKeyboard(page);
    }
    assertThat(page.getAttribute("html", "lang")).startsWith(language);
    visit.nothingToComplainOf();
  }

  /** Pictures to look at, when somebody wants them: {@code -Dpictures=folder}. */
  private static void keep(Page page, String name) {
    String folder = System.getProperty("pictures");
    if (folder != null) {
      page.screenshot(
          new Page.ScreenshotOptions().setPath(Path.of(folder, name + ".png")).setFullPage(true));
    }
  }
}
