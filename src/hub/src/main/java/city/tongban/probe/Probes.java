package city.tongban.probe;

import city.tongban.canonical.Outage;
import city.tongban.canonical.Refusal;
import city.tongban.connector.Connector;
import city.tongban.connector.Connectors;
import city.tongban.security.Credentials;
import city.tongban.security.TlsSettings;
import city.tongban.transport.CheckKind;
import city.tongban.transport.CheckResult;
import city.tongban.transport.ConnectionCheck;
import city.tongban.transport.ConnectionInquiry;
import city.tongban.transport.DefaultPorts;
import city.tongban.transport.Transports;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Tests the connection to a back-end without sending a case. Only the address of its active version
 * is called, with one test at a time for each back-end.
 */
public final class Probes {
  /** The limit of one check; a person waits for the page. */
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private static final int AT_ONCE = 4;

  private final Connectors connectors;
  private final Transports transports;
  private final Credentials credentials;
  private final ConnectionInquiry asking;
  private final ApplicationEventPublisher events;
  private final Clock wall;
  private final Set<String> running = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads =
      new ThreadPoolExecutor(
          0, AT_ONCE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), Probes::thread);

  Probes(
      Connectors connectors,
      Transports transports,
      Credentials credentials,
      ConnectionInquiry asking,
      ApplicationEventPublisher events,
      Clock wall) {
    this.connectors = connectors;
    this.transports = transports;
    this.credentials = credentials;
    this.asking = asking;
    this.events = events;
    this.wall = wall;
  }

  /**
   * Tests one connection now, on behalf of a person; the test is recorded, whatever its outcome.
   */
  public Probe of(String backEnd, String who) {
    Connector connector =
        connectors.all().stream()
            .filter(each -> each.backEnd().equals(backEnd))
            .findFirst()
            .orElseThrow(
                () ->
                    Refusal.of("HUB-8037", "there is no connector of that name")
                        .because("a connector has the name of its folder")
                        .fix("take one of those that the console lists"));
    if (!running.add(backEnd)) {
      throw busy("another test of %s is running".formatted(backEnd));
    }
    try {
      Probe probe = probe(connector);
      events.publishEvent(new ConnectorProbed(who, probe));
      return probe;
    } catch (RejectedExecutionException e) {
      throw busy("%d tests are running".formatted(AT_ONCE));
    } finally {
      running.remove(backEnd);
    }
  }

  /** Tests a version that need not be active. */
  Probe probe(Connector connector) {
    Duration limit = shorter(connector.limits().timeout(), LONGEST);
    Duration opening = shorter(connector.limits().connectTimeout(), limit);
    URI place = TlsProbe.place(connector.address());
    try (ConnectionCheck knock = transports.of(connector).knock(connector, asking, limit);
        Opened opened = new Opened(() -> line(connector, place, opening))) {
      ProbeRun run = new ProbeRun(threads, limit.plusSeconds(1), knock::meaning);
      run.then(CheckKind.NAME, () -> opened.line().name())
          .then(CheckKind.PORT, () -> opened.line().port())
          .then(CheckKind.TLS, () -> opened.line().tls())
          .then(CheckKind.TRUST, () -> trust(opened.line(), knock))
          .then(CheckKind.CLOCK, () -> opened.line().clock())
          .then(CheckKind.CREDENTIAL, () -> credential(opened.line(), knock))
          .then(CheckKind.RIGHTS, knock::rights);
      return new Probe(
          connector.backEnd(),
          connector.version(),
          connector.transport(),
          place.getHost() + ":" + DefaultPorts.port(place),
          wall.instant(),
          run.steps());
    }
  }

  private static CheckResult trust(TlsProbe line, ConnectionCheck knock) throws Exception {
    return line.secured() ? line.trust() : knock.trust();
  }

  private static CheckResult credential(TlsProbe line, ConnectionCheck knock) throws Exception {
    line.ours();
    line.close();
    return knock.credential();
  }

  private TlsProbe line(Connector connector, URI place, Duration limit) throws Exception {
    return new TlsProbe(place, TlsSettings.of(connector, credentials, wall), limit, wall);
  }

  /** Created at the first check, so that a missing secret is reported as a failed check. */
  private static final class Opened implements AutoCloseable {
    private final Callable<TlsProbe> opening;
    private @Nullable TlsProbe line;

    Opened(Callable<TlsProbe> opening) {
      this.opening = opening;
    }

    synchronized TlsProbe line() throws Exception {
      TlsProbe open = line == null ? opening.call() : line;
      line = open;
      return open;
    }

    @Override
    public synchronized void close() {
      if (line != null) {
        line.close();
      }
    }
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Outage busy(String why) {
    return Outage.of("HUB-8036", "the connection is not tested now")
        .because(why)
        .fix("wait a few seconds for its end, then try again");
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "connection-test");
    thread.setDaemon(true);
    return thread;
  }
}
