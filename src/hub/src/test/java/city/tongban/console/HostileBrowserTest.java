package city.tongban.console;

import static org.assertj.core.api.Assertions.assertThat;

import city.tongban.path.Applications;
import city.tongban.path.RunningHub;
import com.microsoft.playwright.Locator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is sent to us stays text on every page, in a real browser: no script of theirs runs. */
class HostileBrowserTest {
  private static final String SCRIPT =
      "\"'></code></pre></textarea><script>window.pwned=1</script><img src=x"
          + " onerror=window.pwned=2><svg onload=window.pwned=3><a"
          + " href=javascript:window.pwned=4>x</a>{{7*7}}${7*7}[[${7*7}]]";
  private static final String SHORT = "<img/src=x/onerror=window.pwned=5>";

  @Test
  void aHostileApplicationIsShownAndComparedAsTheTextThatItIs() {
    Map<String, Object> application = Applications.lease(5400);
    application.put(
        "messageId", "<svg/onload=window.pwned=6>" + UUID.randomUUID().toString().substring(0, 8));
    put(
        application,
        "materials",
        List.of(
            Map.of("code", "M01", "title", SCRIPT.substring(0, 90), "source", "3", "pages", 2)));
    form(application).put("landlordName", SHORT);
    form(application).put("address", SCRIPT.substring(0, 90));
    String number = RunningHub.get().receipted(application);

    try (Visit engineer = Visit.as("engineer", 1280, "zh")) {
      engineer.open("/console/cases/" + number).unfold();
      assertThat(engineer.find(".facts").first().textContent())
          .contains((String) application.get("messageId"));
      String received = "#stop-" + Scenes.stop(number, "received") + " .payload pre";
      assertThat(engineer.find(received).first().textContent()).contains(SHORT);
      nothingRan(engineer);

      engineer.open(
          "/console/cases/%s/compare?left=canonical&right=%s.in&whole=true"
              .formatted(number, Scenes.stop(number, "received")));
      assertThat(text(engineer.find(".diff td.right"))).contains(SHORT);
      nothingRan(engineer);
    }
  }

  @Test
  void aHostileNameIsRefusedOrShownAsText() {
    Map<String, Object> application = Applications.named(Applications.lease(5410), SHORT);
    application.put(SHORT, "a field that is not in the contract");
    String refused = Scenes.refused(application);

    try (Visit engineer = Visit.as("engineer", 1280, "zh")) {
      engineer.open("/console/stops/" + refused).unfold();
      assertThat(engineer.find("main").textContent()).contains(SHORT);
      nothingRan(engineer);
    }
  }

  @Test
  void whatSomebodyTypesIsTextWhereverItComesBack() {
    String number = Scenes.parked(Applications.lease(5420));
    try (Visit operator = Visit.as("operator", 1280, "zh");
        Visit auditor = Visit.as("auditor", 1280, "en")) {
      operator.open("/console/search?q=" + URLEncoder.encode(SCRIPT, StandardCharsets.UTF_8));
      assertThat(operator.find(".find-form input[name=q]").inputValue()).isEqualTo(SCRIPT);
      nothingRan(operator);

      operator.open("/console/cases/" + number);
      operator.find(".troubles .act summary").click();
      operator.find(".troubles input[name=reason]").fill(SCRIPT);
      operator.find(".troubles button.danger").click();
      operator.find(".done").waitFor();
      assertThat(operator.find(".timeline").textContent()).contains(SCRIPT);
      nothingRan(operator);

      auditor.open("/console/cases/" + number);
      auditor.find("#persons summary").click();
      auditor.find("#persons input[name=reason]").fill(SCRIPT);
      auditor.find("#persons button").click();
      auditor.find("#persons .person-name").waitFor();
      auditor.open("/console/readings");
      assertThat(auditor.find(".reads").textContent()).contains(SCRIPT);
      nothingRan(auditor);
    }
  }

  @Test
  void aHostilePlaceIsNoWayBack() {
    try (Visit visit = Visit.of(1280, "zh")) {
      visit.open(
          "/console/cases/"
              + URLEncoder.encode("\"><script>window.pwned=7</script>", StandardCharsets.UTF_8));
      nothingRan(visit);
    }
  }

  private static void nothingRan(Visit visit) {
    visit.page().waitForTimeout(200); // an onerror of theirs would have come by now
    assertThat(visit.page().evaluate("() => window.pwned === undefined")).isEqualTo(true);
    visit.nothingToComplainOf();
  }

  private static String text(Locator cells) {
    return String.join("\n", new ArrayList<>(cells.allTextContents()));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, String> form(Map<String, Object> application) {
    Map<String, String> form =
        new java.util.HashMap<>((Map<String, String>) application.get("form"));
    application.put("form", form);
    return form;
  }

  private static void put(Map<String, Object> application, String key, Object value) {
    application.put(key, value);
  }
}
