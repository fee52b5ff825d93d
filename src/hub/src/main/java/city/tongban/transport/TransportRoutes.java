package city.tongban.transport;

import city.tongban.canonical.Fault;
import city.tongban.canonical.HubException;
import city.tongban.connector.Connector;
import city.tongban.connector.ConnectorListener;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.spi.Registry;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one transport route for each connector version.
 *
 * <p>A new version is added beside the old one. The old one is removed only when the next version
 * comes: stopping a route waits for its calls, and a call may be in progress.
 */
public final class TransportRoutes implements ConnectorListener, CamelContextConfiguration {
  private static final Logger LOG = LoggerFactory.getLogger(TransportRoutes.class);

  /** Suffix of the id of a route that fetches results. */
  private static final String RESULTS = "-results";

  private static final int PATIENCE_SECONDS = 10;

  private final Transports transports;
  private final List<Connector> waiting = new ArrayList<>();
  private final Map<String, Connector> retiring = new HashMap<>();

  /** By route: the registry name of each bean, by its parameter in the template. */
  private final Map<String, Map<String, String>> beans = new HashMap<>();

  private @Nullable CamelContext context;

  public TransportRoutes(Transports transports) {
    this.transports = transports;
  }

  @Override
  public synchronized void activated(Connector connector, Optional<Connector> before) {
    if (context == null) {
      waiting.add(connector);
      return;
    }
    deploy(context, connector);
    CamelContext camel = context;
    // two routes that poll one folder or queue would take messages from each other
    before.ifPresent(old -> remove(camel, old.routeId() + RESULTS));
    try {
      fetchResults(camel, connector);
    } catch (HubException e) {
      before.ifPresent(old -> fetchResults(camel, old)); // the old route goes on with its tasks
      throw e;
    }
    before.ifPresent(old -> retire(camel, old, connector));
  }

  @Override
  public synchronized void prepare(Connector connector) {
    if (context != null) {
      deploy(context, connector);
    }
  }

  private void retire(CamelContext camel, Connector old, Connector now) {
    Connector older = retiring.put(old.backEnd(), old);
    if (older != null && !older.version().equals(now.version())) {
      remove(camel, older);
    }
  }

  @Override
  public synchronized void beforeApplicationStart(CamelContext camel) {
    context = camel;
    for (int i = 0; i < waiting.size(); i++) {
      Connector connector = waiting.get(i);
      deploy(camel, connector);
      first(camel, connector, i + 1);
      fetchResults(camel, connector);
    }
    waiting.clear();
  }

  /**
   * Starts the route before the lanes: a starting hub has deliveries that wait, and a lane may open
   * before its transport is added. Camel starts routes without a number from 1000 on.
   */
  private static void first(CamelContext camel, Connector c, int number) {
    ((ModelCamelContext) camel).getRouteDefinition(c.routeId()).setStartupOrder(number);
  }

  @Override
  public void afterApplicationStart(CamelContext camel) {}

  private void deploy(CamelContext camel, Connector c) {
    add(camel, c, c.routeId(), "");
  }

  private void fetchResults(CamelContext camel, Connector c) {
    if (transports.of(c).fetchesResults()) {
      add(camel, c, c.routeId() + RESULTS, RESULTS);
    }
  }

  private void add(CamelContext camel, Connector c, String route, String kind) {
    if (camel.getRoute(route) != null) {
      return;
    }
    try {
      String template = "transport-" + transports.of(c).name() + kind;
      ((ModelCamelContext) camel).addRouteFromTemplate(route, template, parameters(camel, c));
    } catch (Exception e) {
      throw Fault.of("HUB-8011", "the transport of connector %s does not start", c.backEnd())
          .because(String.valueOf(e.getMessage()))
          .fix("is the address right?")
          .causedBy(e);
    }
  }

  private Map<String, Object> parameters(CamelContext camel, Connector c) {
    Transport transport = transports.of(c);
    Map<String, String> beans = beans(camel.getRegistry(), transport, c);
    Map<String, Object> parameters = new HashMap<>(transport.parameters(c));
    parameters.putAll(beans);
    parameters.put("backEnd", c.backEnd());
    parameters.put("version", c.version());
    parameters.put("address", c.address().toString());
    parameters.put("connectTimeout", c.limits().connectTimeout().toMillis());
    parameters.put("timeout", c.limits().timeout().toMillis());
    parameters.put("concurrency", c.limits().concurrency());
    return parameters;
  }

  /** Both routes of a version share its beans, which are removed with the last of them. */
  private Map<String, String> beans(Registry registry, Transport transport, Connector c) {
    return beans.computeIfAbsent(
        c.routeId(),
        route -> {
          Map<String, Object> made = new HashMap<>(transport.further(c));
          made.put("call", transport.call(c));
          Object setup = transport.setup(c);
          if (setup != null) {
            made.put("setup", setup);
          }
          Map<String, String> ids = new HashMap<>();
          made.forEach(
              (name, bean) -> {
                String id = name + "-" + c.backEnd() + "-" + c.version();
                registry.bind(id, bean);
                ids.put(name, id);
              });
          return ids;
        });
  }

  private void remove(CamelContext camel, Connector c) {
    remove(camel, c.routeId() + RESULTS);
    remove(camel, c.routeId());
    Map<String, String> gone = beans.remove(c.routeId());
    if (gone != null) {
      gone.values().forEach(id -> close(camel.getRegistry(), id));
    }
  }

  private static void close(Registry registry, String id) {
    try {
      if (registry.lookupByName(id) instanceof AutoCloseable line) {
        line.close();
      }
    } catch (Exception e) {
      LOG.warn("what {} held open did not close; it is gone after the next start", id, e);
    }
    registry.unbind(id);
  }

  /**
   * Removes the old version; the new one does not wait, because an old route that does not stop
   * does no harm.
   */
  private static void remove(CamelContext camel, String route) {
    if (camel.getRoute(route) == null) {
      return;
    }
    try {
      camel.getRouteController().stopRoute(route, PATIENCE_SECONDS, TimeUnit.SECONDS);
      camel.removeRoute(route);
    } catch (Exception e) {
      LOG.warn("route {} did not stop; it is gone after the next start", route, e);
    }
  }
}
