package city.tongban.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.tongban.canonical.Outage;
import city.tongban.canonical.Refusal;
import city.tongban.canonical.StepRecorded;
import city.tongban.canonical.TraceStep;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

/** Which failures of a department's message are told and laid aside, and which come again. */
class ResultMessagesTest {
  private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);
  private final List<TraceStep> told = new ArrayList<>();
  private final ResultMessages messages =
      new ResultMessages(event -> told.add(((StepRecorded) event).step()));

  @Test
  void aRefusalIsToldAtTheFirstTryWithWhatCame() {
    messages.refused(failed(Refusal.of("HUB-9010", "it means nothing"), 1));

    assertThat(told)
        .singleElement()
        .returns("refused", TraceStep::event)
        .returns("trade-union", TraceStep::partner)
        .returns("HUB-9010", stop -> stop.problem().code())
        .returns(BODY, stop -> stop.in().bytes());
  }

  @Test
  void anOutageOfOursNeverLaysAMessageAside() {
    Exchange failed = failed(Outage.of("HUB-4010", "away"), 1_000);

    assertThatThrownBy(() -> messages.refused(failed)).hasRootCauseInstanceOf(Outage.class);

    assertThat(told).isEmpty();
  }

  @Test
  void aDefectOfOursIsTriedAgainAndThenToldSoThatTheNextHasItsTurn() {
    Exchange fifth = failed(new IllegalStateException("defect"), 5);

    assertThatThrownBy(() -> messages.refused(fifth))
        .hasRootCauseInstanceOf(IllegalStateException.class);
    messages.refused(failed(new IllegalStateException("defect"), 6));

    assertThat(told)
        .singleElement()
        .returns("HUB-4044", stop -> stop.problem().code())
        .returns(BODY, stop -> stop.in().bytes());
  }

  private static Exchange failed(Exception why, int tries) {
    Exchange exchange = new DefaultExchange(new DefaultCamelContext());
    exchange.setProperty(Exchange.EXCEPTION_CAUGHT, why);
    exchange.getMessage().setHeader("HubBackEnd", "trade-union");
    exchange.getMessage().setHeader("HubTry", tries);
    exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "application/json");
    exchange.getMessage().setBody(BODY);
    return exchange;
  }
}
