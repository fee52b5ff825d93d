package city.tongban.transport;

import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * The steps of the route {@code call}: finds the beans of the connector that the headers name, and
 * the code around its call.
 */
public final class TransportCalls {
  private static final String CALL = "HubTransportCall";
  private static final String ROUTE = "HubTransportRoute";

  /** The name of a connector version's call in Camel's registry. */
  static String bean(String backEnd, String version) {
    return "call-" + backEnd + "-" + version;
  }

  /**
   * Writes the request; sets property {@code HubTransportRoute} to the id of the route that sends
   * it.
   */
  public void before(Exchange exchange) {
    Message message = exchange.getMessage();
    String backEnd = message.getHeader("HubBackEnd", String.class);
    String version = message.getHeader("HubConnectorVersion", String.class);
    TransportCall call =
        exchange
            .getContext()
            .getRegistry()
            .lookupByNameAndType(bean(backEnd, version), TransportCall.class);
    exchange.setProperty(
        CALL, Objects.requireNonNull(call, () -> "no transport for " + backEnd + " " + version));
    exchange.setProperty(ROUTE, "transport-" + backEnd + "-" + version);
    call.before(exchange);
  }

  /** Reads the answer. */
  public void after(Exchange exchange) throws Exception {
    call(exchange).after(exchange);
  }

  /** Throws what the failure means. */
  public void failed(Exchange exchange) throws Exception {
    TransportCall call = exchange.getProperty(CALL, TransportCall.class);
    if (call == null) {
      throw exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
    }
    call.failed(exchange);
  }

  private static TransportCall call(Exchange exchange) {
    return exchange.getProperty(CALL, TransportCall.class);
  }
}
