package city.tongban.routes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.tongban.canonical.Refusal;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.spi.Registry;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What departments send by themselves, whichever way it comes. */
@TestsRoute(
    files = {"1-intake.camel.yaml", "2-call.camel.yaml", "5-result.camel.yaml"},
    ids = {
      "result",
      "result-file",
      "result-message",
      "result-message-refused",
      "result-rows",
      "result-day"
    })
class ResultRouteTest extends RouteTestSupport {
  private static final byte[] BODY = "<result/>".getBytes(UTF_8);

  /** Stands for the HTTP endpoint. */
  public final class HttpSteps extends Recorder {
    public void admit(Exchange exchange) throws Exception {
      step("admit", exchange);
    }

    public void speakFor(Exchange exchange) throws Exception {
      step("speakFor", exchange);
      exchange.getMessage().setHeader("HubBackEnd", "housing");
    }

    public void resultTaken(Exchange exchange) throws Exception {
      step("resultTaken", exchange);
    }

    public void handle(Exchange exchange) throws Exception {
      step("handle", exchange);
    }
  }

  /** Stands for the beans that receive results. */
  public final class Results extends Recorder {
    public void receive(String backEnd, byte[] body, String type) throws Exception {
      step("receive %s %s %s".formatted(backEnd, new String(body, UTF_8), type), null);
    }

    public void receive(String backEnd, byte[] body, String type, String correlation)
        throws Exception {
      step(
          "receive %s %s %s %s".formatted(backEnd, new String(body, UTF_8), type, correlation),
          null);
    }

    public void refused(Exchange exchange) throws Exception {
      step("refused", exchange);
    }

    public void seen(String backEnd, List<Long> places) throws Exception {
      step("seen %s %s".formatted(backEnd, places), null);
    }

    public boolean settled(String backEnd, String day) throws Exception {
      step("settled %s %s".formatted(backEnd, day), null);
      return true;
    }
  }

  /** Stands for the bean that receives files. */
  public final class Files extends Recorder {
    public void receive(String backEnd, String name, byte[] body) throws Exception {
      step("receive %s %s %s".formatted(backEnd, name, new String(body, UTF_8)), null);
    }
  }

  @Override
  protected void bindToRegistry(Registry registry) {
    registry.bind("intakeEndpoint", new HttpSteps());
    registry.bind("routeExceptionHandler", new HttpSteps());
    registry.bind("resultFiles", new Files());
    for (String bean : List.of("results", "resultMessages", "stagedRows", "stagedDays")) {
      registry.bind(bean, new Results());
    }
  }

  @BeforeEach
  void startWithoutAWebServer() throws Exception {
    AdviceWith.adviceWith(context, "result", advice -> advice.replaceFromWith("direct:in"));
    context.start();
  }

  @Test
  void aResultByHttpIsAcceptedAfterItWasReceived() {
    Exchange exchange = send(BODY, Map.of("Content-Type", "text/xml"));

    assertThat(exchange.getException()).isNull();
    assertThat(steps)
        .containsExactly("admit", "speakFor", "receive housing <result/> text/xml", "resultTaken");
  }

  @Test
  void aResultByHttpThatIsRefusedIsAnsweredWithTheReason() {
    failAt("receive housing <result/> text/xml", Refusal.of("HUB-5001", "no such delivery"));

    Exchange exchange = send(BODY, Map.of("Content-Type", "text/xml"));

    assertThat(exchange.getException()).isNull();
    assertThat(steps)
        .containsExactly("admit", "speakFor", "receive housing <result/> text/xml", "handle");
  }

  @ParameterizedTest
  @CsvSource({
    "result-file, receive housing results.txt <result/>",
    "result-message, receive housing <result/> text/xml R1",
    "result-message-refused, refused"
  })
  void aResultIsReceivedOnce(String route, String step) {
    Exchange exchange = send("direct:" + route, BODY, headers());

    assertThat(exchange.getException()).isNull();
    assertThat(steps).containsExactly(step);
  }

  @ParameterizedTest
  @CsvSource({
    "result-file, receive housing results.txt <result/>",
    "result-message, receive housing <result/> text/xml R1",
    "result-message-refused, refused"
  })
  void aFailureReachesTheTransportUnchangedAndNothingIsReceivedAgain(String route, String step) {
    Refusal refusal = Refusal.of("HUB-5001", "no such delivery");
    failAt(step, refusal);

    assertThat(failure(send("direct:" + route, BODY, headers()))).isSameAs(refusal);
    assertThat(steps).containsExactly(step);
  }

  private static Map<String, Object> headers() {
    return Map.of(
        "HubBackEnd", "housing",
        "HubCorrelation", "R1",
        "Content-Type", "text/xml",
        "CamelFileNameOnly", "results.txt");
  }

  @Test
  void theSequenceOfRowsIsWatchedAndTheRowsStayTheBody() {
    Exchange exchange =
        send(
            "direct:result-rows",
            "rows",
            Map.of("HubBackEnd", "housing", "HubPlaces", List.of(7L)));

    assertThat(steps).containsExactly("seen housing [7]");
    assertThat(exchange.getMessage().getBody()).isEqualTo("rows");
  }

  @Test
  void aDayIsComparedAndTheAnswerIsAHeader() {
    Exchange exchange = send("direct:result-day", "day", Map.of("HubBackEnd", "housing"));

    assertThat(steps).containsExactly("settled housing day");
    assertThat(exchange.getMessage().getHeader("HubSettled")).isEqualTo(true);
    assertThat(exchange.getMessage().getBody()).isEqualTo("day");
  }

  @ParameterizedTest
  @CsvSource({"result-rows, seen housing null", "result-day, settled housing day"})
  void aFailureOfTheComparisonReachesTheTransport(String route, String step) {
    IllegalStateException away = new IllegalStateException("the database is away");
    failAt(step, away);

    Exception failure = failure(send("direct:" + route, "day", Map.of("HubBackEnd", "housing")));

    assertThat(ExceptionUtils.getRootCause(failure)).isSameAs(away); // an expression wraps it
    assertThat(steps).containsExactly(step);
  }
}
