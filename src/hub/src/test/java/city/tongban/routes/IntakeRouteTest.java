package city.tongban.routes;

import static org.assertj.core.api.Assertions.assertThat;

import city.tongban.canonical.Refusal;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.spi.Registry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes in by HTTP: admitted first, then taken; a failure is the answer. */
@TestsRoute(
    files = "1-intake.camel.yaml",
    ids = {"intake", "withdrawal", "inquiry", "soap-intake"})
class IntakeRouteTest extends RouteTestSupport {
  private static final String ROUTES =
      """
      intake, submit, handle
      withdrawal, withdraw, handle
      inquiry, ask, handle
      soap-intake, serve, handleSoap
      """;

  /** Stands for the endpoint of either protocol. */
  public final class IntakeSteps extends Recorder {
    public void admit(Exchange exchange) throws Exception {
      step("admit", exchange);
    }

    public void submit(Exchange exchange) throws Exception {
      step("submit", exchange);
    }

    public void withdraw(Exchange exchange) throws Exception {
      step("withdraw", exchange);
    }

    public void ask(Exchange exchange) throws Exception {
      step("ask", exchange);
    }

    public void serve(Exchange exchange) throws Exception {
      step("serve", exchange);
    }

    public void handle(Exchange exchange) throws Exception {
      step("handle", exchange);
    }

    public void handleSoap(Exchange exchange) throws Exception {
      step("handleSoap", exchange);
    }
  }

  @Override
  protected void bindToRegistry(Registry registry) {
    for (String bean :
        new String[] {"intakeEndpoint", "soapIntakeEndpoint", "routeExceptionHandler"}) {
      registry.bind(bean, new IntakeSteps());
    }
  }

  private Exchange send(String route) throws Exception {
    keepOnly(route);
    advise(route);
    context.start();
    return send("message", Map.of());
  }

  @ParameterizedTest
  @CsvSource(textBlock = ROUTES)
  void aMessageIsAdmittedAndThenTaken(String route, String taken) throws Exception {
    assertThat(send(route).getException()).isNull();
    assertThat(steps).containsExactly("admit", taken);
  }

  @ParameterizedTest
  @CsvSource(textBlock = ROUTES)
  void whoIsNotAdmittedIsToldWhyAndNothingIsTaken(String route, String taken, String told)
      throws Exception {
    failAt("admit", Refusal.of("HUB-1003", "no"));

    assertThat(send(route).getException()).isNull();
    assertThat(steps).containsExactly("admit", told);
  }

  @ParameterizedTest
  @CsvSource(textBlock = ROUTES)
  void aFailureIsTheAnswerAndNothingIsTakenTwice(String route, String taken, String told)
      throws Exception {
    failAt(taken, new IllegalStateException("the database is away"));

    assertThat(send(route).getException()).isNull();
    assertThat(steps).containsExactly("admit", taken, told);
  }
}
