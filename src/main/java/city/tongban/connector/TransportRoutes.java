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
  /** The end of the name of a route that fetches what they have written. */
  private static final String RESULTS = "-results";

  private final Transports transports;
  private final List<Connector> waiting = new ArrayList<>();
  private final Map<String, Connector> retiring = new HashMap<>();
  private @Nullable CamelContext context;

  TransportRoutes(Transports transports) {
    this.transports = transports;
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
    Transport transport = transports.of(c);
    String call = "call-" + c.backEnd() + "-" + c.version();
    String setup = setup(c);
    camel.getRegistry().bind(call, transport.call(c));
    camel.getRegistry().bind(setup, transport.setup(c));
    Map<String, Object> parameters = new HashMap<>(transport.parameters(c));
    transport
        .further(c)
        .forEach(
            (name, bean) -> {
              String id = name + "-" + c.backEnd() + "-" + c.version();
              camel.getRegistry().bind(id, bean);
              parameters.put(name, id);
            });
    parameters.put("backEnd", c.backEnd());
    parameters.put("version", c.version());
    parameters.put("address", c.address().toString());
    parameters.put("call", call);
    parameters.put("setup", setup);
    parameters.put("connectTimeout", c.limits().connectTimeout().toMillis());
    parameters.put("timeout", c.limits().timeout().toMillis());
    parameters.put("concurrency", c.limits().concurrency());
    try {
      ModelCamelContext routes = (ModelCamelContext) camel;
      String template = "transport-" + transport.name();
      routes.addRouteFromTemplate(c.routeId(), template, parameters);
      if (transport.fetchesResults()) {
        routes.addRouteFromTemplate(c.routeId() + RESULTS, template + RESULTS, parameters);
      }
    } catch (Exception e) {
      throw Fault.of("HUB-8011", "the transport of connector %s does not start", c.backEnd())
          .because(String.valueOf(e.getMessage()))
          .fix("is the address right?")
          .causedBy(e);
    }
  }

  private void remove(Connector c) {
    if (context == null) {
      return;
    }
    try {
      remove(context, c.routeId());
      if (transports.of(c).fetchesResults()) {
        remove(context, c.routeId() + RESULTS);
      }
      Object setup = context.getRegistry().lookupByName(setup(c));
      if (setup instanceof AutoCloseable line) {
        line.close();
      }
    } catch (Exception e) {
      throw Fault.of("HUB-8011", "the old transport of connector %s does not stop", c.backEnd())
          .because(String.valueOf(e.getMessage()))
          .fix("it harms nobody; it is gone after the next start")
          .causedBy(e);
    }
  }

  private static String setup(Connector c) {
    return "setup-" + c.backEnd() + "-" + c.version();
  }

  private static void remove(CamelContext camel, String route) throws Exception {
    camel.getRouteController().stopRoute(route);
    camel.removeRoute(route);
  }
}
