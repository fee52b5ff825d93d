package city.tongban.connector;

import city.tongban.canonical.Fault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one transport route per connector version standing.
 *
 * <p>A new version is added beside the old one, and the old one is removed only when the next
 * comes: stopping a route waits for its calls (STACK 10d), and a call may be on its way.
 */
final class TransportRoutes implements ConnectorListener, CamelContextConfiguration {
  private final Credentials credentials;
  private final List<Connector> waiting = new ArrayList<>();
  private final Map<String, Connector> retiring = new HashMap<>();
  private @Nullable CamelContext context;

  TransportRoutes(Credentials credentials) {
    this.credentials = credentials;
  }

  @Override
  public synchronized void activated(Connector connector, Optional<Connector> before) {
    if (context == null) {
      waiting.add(connector);
      return;
    }
    stand(context, connector);
    before.ifPresent(
        old -> {
          Connector older = retiring.put(old.backEnd(), old);
          if (older != null && !older.version().equals(connector.version())) {
            remove(older);
          }
        });
  }

  @Override
  public synchronized void beforeApplicationStart(CamelContext camel) {
    context = camel;
    waiting.forEach(connector -> stand(camel, connector));
    waiting.clear();
  }

  @Override
  public void afterApplicationStart(CamelContext camel) {}

  private void stand(CamelContext camel, Connector c) {
    if (camel.getRoute(c.routeId()) != null) {
      return;
    }
    String call = "call-" + c.backEnd() + "-" + c.version();
    String setup = "setup-" + c.backEnd() + "-" + c.version();
    camel
        .getRegistry()
        .bind(call, c.soap() == null ? new RestCall(c) : new SoapCall(c, credentials));
    camel
        .getRegistry()
        .bind(
            setup,
            c.soap() == null ? new RestSetup(c.limits(), tokens(c)) : new SoapSetup(c.limits()));
    try {
      ((ModelCamelContext) camel)
          .addRouteFromTemplate(
              c.routeId(),
              "transport-" + c.transport(),
              Map.of(
                  "backEnd", c.backEnd(),
                  "version", c.version(),
                  "address", c.address().toString(),
                  "call", call,
                  "setup", setup,
                  "connectTimeout", c.limits().connectTimeout().toMillis(),
                  "timeout", c.limits().timeout().toMillis(),
                  "concurrency", c.limits().concurrency()));
    } catch (Exception e) {
      throw Fault.of("HUB-8011", "the transport of connector %s does not start", c.backEnd())
          .because(String.valueOf(e.getMessage()))
          .fix(
              "is there a template transport-%s, and is the address right?"
                  .formatted(c.transport()))
          .causedBy(e);
    }
  }

  private Tokens tokens(Connector c) {
    Authentication authentication = c.authentication();
    return authentication == null ? Tokens.NONE : new OAuthTokens(c, authentication, credentials);
  }

  private void remove(Connector c) {
    if (context == null) {
      return;
    }
    try {
      context.getRouteController().stopRoute(c.routeId());
      context.removeRoute(c.routeId());
    } catch (Exception e) {
      throw Fault.of("HUB-8011", "the old transport of connector %s does not stop", c.backEnd())
          .because(String.valueOf(e.getMessage()))
          .fix("it harms nobody; it is gone after the next start")
          .causedBy(e);
    }
  }
}
