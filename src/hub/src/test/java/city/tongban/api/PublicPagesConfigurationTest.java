package city.tongban.api;

import static org.assertj.core.api.Assertions.assertThat;

import city.tongban.path.RunningHub;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What everybody may see, and that it is all that everybody may see. */
class PublicPagesConfigurationTest {
  private final RunningHub hub = RunningHub.get();
  private final Doorbell bell = new Doorbell();

  @ParameterizedTest
  @CsvSource({
    "/docs, text/html",
    "/docs/docs.js, text/javascript",
    "/openapi.yaml, yaml",
    "/wsdl/intake.wsdl, xml",
    "/wsdl/intake.xsd, xml",
    "/webjars/swagger-ui/swagger-ui.css, text/css",
    "/webjars/swagger-ui/swagger-ui-bundle.js, text/javascript"
  })
  void isThereForEverybodyUnderAStrictPolicy(String path, String type) {
    HttpResponse<String> answer = bell.ring("GET", path, null);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains(type);
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
        .startsWith("default-src 'self';")
        .doesNotContain("unsafe");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
  }

  @Test
  void thePageHasNoScriptOfItsOwnInIt() {
    assertThat(bell.ring("GET", "/docs", null).body())
        .doesNotContainPattern("<script(?![^>]*src=)")
        .doesNotContain("<style", " style=", "onload=", "http://", "https://");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nothing",
        "/actuator",
        "/actuator/health",
        "/actuator/env",
        "/actuator/heapdump",
        "/actuator/threaddump",
        "/actuator/jolokia",
        "/jolokia",
        "/hawtio",
        "/observe/health",
        "/error",
        "/services",
        "/services?wsdl",
        "/wsdl",
        "/wsdl/",
        "/camel",
        "/application.yaml",
        "/WEB-INF/web.xml",
        "/h2-console",
        "/v3/api-docs"
      })
  void everythingElseIsNotThere(String path) {
    for (String token : new String[] {null, hub.token("operator")}) {
      HttpResponse<String> answer = bell.ring("GET", path, token);
      assertThat(answer.statusCode()).as(path).isEqualTo(404);
      assertThat(answer.body())
          .doesNotContain("Exception", "org.", "java.", "Tomcat", "Whitelabel");
    }
  }

  /** A WSDL written by the library would repeat the caller's Host; ours is a file. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/services/intake",
        "/services/intake?wsdl",
        "/services/intake?xsd=intake.xsd",
        "/services/intake?_wadl",
        "/services/",
        "/services/?stylesheet=1"
      })
  void theSoapDoorIsNoPage(String path) {
    HttpResponse<String> answer = bell.ring("GET", path, hub.token("operator"));

    assertThat(bell.ring("GET", path, null).statusCode()).isEqualTo(401);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("HUB-1030").doesNotContain("org.apache", "definitions");
  }

  @Test
  void theFrontDoorLeadsToTheConsole() {
    HttpResponse<String> answer = bell.ring("GET", "/", null);

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/console");
  }

  @Test
  void theConsolesCookieIsOutOfReachOfScriptsAndOtherSites() {
    HttpResponse<String> answer = bell.ring("GET", "/console/login", null);

    assertThat(answer.headers().allValues("Set-Cookie"))
        .anySatisfy(
            cookie ->
                assertThat(cookie)
                    .startsWith("JSESSIONID=")
                    .contains("HttpOnly", "SameSite=Strict"));
  }
}
