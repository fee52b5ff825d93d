package city.tongban.transport;

import city.tongban.connector.Connector;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** The route {@code call}, for tests that have a Camel context of their own. */
public final class TestCallRoute {
  public static final String ENDPOINT = "direct:call?block=false";

  private TestCallRoute() {}

  /** Adds the route file of the product and the bean of its steps. */
  public static void addTo(CamelContext camel) throws Exception {
    camel.getRegistry().bind("transportCalls", new TransportCalls());
    PluginHelper.getRoutesLoader(camel)
        .loadRoutes(
            ResourceHelper.resolveMandatoryResource(camel, "file:routes/2-call.camel.yaml"));
  }

  /** Names the connector that is called. */
  public static void name(Connector connector, Exchange exchange) {
    exchange.getMessage().setHeader("HubBackEnd", connector.backEnd());
    exchange.getMessage().setHeader("HubConnectorVersion", connector.version());
  }
}
