package city.tongban.api;

import static org.assertj.core.api.Assertions.assertThat;

import city.tongban.canonical.Outage;
import city.tongban.canonical.Problem;
import city.tongban.partner.SoapResponseWriter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

/** An exception is for the log; outside it is one of three sentences of ours. */
class ExceptionTranslatorTest {
  private static final String SECRET =
      "jdbc:postgresql://10.0.0.7/hub?password=secret at city.tongban";

  static Stream<Throwable> failures() {
    return Stream.of(
        new IllegalStateException(SECRET),
        new RuntimeException(SECRET, new SQLException(SECRET)),
        new DataAccessResourceFailureException(SECRET),
        new CannotCreateTransactionException(SECRET),
        new StackOverflowError(SECRET),
        new java.io.IOException(SECRET));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void whatAnExceptionSaysIsNotSaidOutside(Throwable failure) {
    Problem problem = new ExceptionTranslator(event -> {}).problem(failure);

    assertThat(problem.code()).isIn("HUB-1031", "HUB-1032");
    assertThat(problem.toString()).doesNotContain("jdbc", "secret", "10.0.0.7", "city.");
  }

  @Test
  void whoIsAskedToComeAgainBySoapSeesItFromOutside() throws Exception {
    Exchange exchange = new DefaultExchange(new DefaultCamelContext());
    exchange.setProperty(
        Exchange.EXCEPTION_CAUGHT, Outage.of("HUB-1034", "the hub is busy").fix("later"));
    ObjectMapper json = new ObjectMapper();

    new RouteExceptionHandler(
            json, new ExceptionTranslator(event -> {}), new SoapResponseWriter(json))
        .handleSoap(exchange);

    assertThat(exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo(503);
    assertThat(exchange.getMessage().getHeader("Retry-After")).isNotNull();
    assertThat(exchange.getMessage().getBody(String.class))
        .contains("<faultcode>soap:Server</faultcode>", "<code>HUB-1034</code>");
  }
}
