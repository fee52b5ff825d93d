package city.tongban.connector;

import city.tongban.canonical.Fault;
import city.tongban.clock.BusinessClock;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The transports that there are, by name. */
final class Transports {
  private final List<Transport> all;

  Transports(List<Transport> all) {
    this.all = List.copyOf(all);
  }

  /** For tools: business time is the wall's, and nobody's tables are written to. */
  Transports(Credentials credentials, ResultsAwaited awaited, Clock wall) {
    this(
        credentials,
        awaited,
        wall,
        () -> LocalDate.ofInstant(wall.instant(), BusinessClock.ZONE),
        new JdbcTransport(credentials, NoBook.NONE, null));
  }

  /**
   * @param today is the business date
   * @param tables with the book of what was put into them
   */
  Transports(
      Credentials credentials,
      ResultsAwaited awaited,
      Clock wall,
      Supplier<LocalDate> today,
      JdbcTransport tables) {
    this(
        List.of(
            new RestTransport(credentials, wall),
            new SoapTransport(credentials, wall),
            new SftpTransport(credentials, awaited),
            new AmqpTransport(credentials),
            tables,
            new TcpTransport(credentials, today),
            new JmsTransport(credentials, wall),
            new MllpTransport(credentials, wall, new MllpPorts())));
  }

  /** What may stand under {@code transport:}. */
  Set<String> names() {
    return all.stream().map(Transport::name).collect(Collectors.toSet());
  }

  Transport of(Connector connector) {
    return all.stream()
        .filter(transport -> transport.name().equals(connector.transport()))
        .findFirst()
        .orElseThrow(
            () ->
                Fault.of(
                        "HUB-8004",
                        "connectors/%s/connector.yaml has transport '%s'",
                        connector.backEnd(),
                        connector.transport())
                    .fix("use one of " + all.stream().map(Transport::name).toList()));
  }
}
