package city.tongban.console;

import static org.assertj.core.api.Assertions.assertThat;

import city.tongban.path.Applications;
import city.tongban.path.ConsoleHttpClient;
import city.tongban.path.RunningHub;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No page says anything that the content policy would have to allow by name. */
class NothingInlineTest {
  private static final List<Pattern> INLINE =
      Stream.of(
              "<style\\b",
              "<script(?![^>]*\\bsrc=)",
              "<[^>]+\\sstyle\\s*=",
              "<[^>]+\\son[a-z]+\\s*=",
              "<[^>]+=\\s*[\"']?\\s*javascript:",
              "(?:src|href)=\"(?:https?:)?//")
          .map(Pattern::compile)
          .toList();

  private static String number;
  private static String stop;

  @BeforeAll
  static void oneCase() {
    number = RunningHub.get().receipted(Applications.lease(5200));
    stop = Scenes.stop(number, "received");
  }

  static Stream<Arguments> pages() {
    return Stream.of(
            "/console",
            "/console/live",
            "/console/search?q=x",
            "/console/runbook",
            "/console/cases/NUMBER",
            "/console/cases/NUMBER/canonical",
            "/console/cases/NUMBER/compare?left=canonical&right=STOP.in",
            "/console/stops/STOP/in",
            "/console/deliveries",
            "/console/back-ends",
            "/console/faults",
            "/console/readings",
            "/console/nothing",
            "/console/cases/nonsense",
            "/console/login",
            "/console/login?undone",
            "/docs/index.html")
        .flatMap(path -> Stream.of("operator", "auditor").map(who -> Arguments.of(path, who)));
  }

  @ParameterizedTest(name = "{0} by {1}")
  @MethodSource("pages")
  void aPageHasNoInlineScriptOrStyle(String path, String who) {
    HttpResponse<String> page =
        ConsoleHttpClient.as(who).get(path.replace("NUMBER", number).replace("STOP", stop));

    assertThat(page.body()).isNotEmpty();
    for (Pattern inline : INLINE) {
      assertThat(inline.matcher(page.body()).results().map(match -> match.group()).toList())
          .as("%s in %s", inline, path)
          .isEmpty();
    }
    assertThat(header(page, "Content-Security-Policy"))
        .contains("default-src 'self'")
        .contains("object-src 'none'")
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(header(page, "Permissions-Policy")).contains("camera=()");
    assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(page, "Referrer-Policy")).isEqualTo("no-referrer");
  }

  @Test
  void theRulesFindWhatTheyLookFor() {
    String inline =
        "<style>a</style><script>1</script><p style=x><img src='x' onerror=1>"
            + "<a href=javascript:1><script src=\"//elsewhere\"></script>";

    assertThat(INLINE).allMatch(rule -> rule.matcher(inline).find());
  }

  private static String header(HttpResponse<String> page, String name) {
    return page.headers().firstValue(name).orElse("");
  }
}
