package city.tongban.connector;

import city.tongban.canonical.Fault;
import city.tongban.clock.BusinessClock;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;

/** The transports that there are, by name. */
final class Transports {
  private final List<Transport> all;

  /** For whom business time is the wall's. */
  Transports(Credentials credentials, ResultsAwaited awaited, Clock wall) {
    this(credentials, awaited, wall, () -> LocalDate.ofInstant(wall.instant(), BusinessClock.ZONE));
  }

  /**
   * @param today is the business date
   */
  Transports(
      Credentials credentials, ResultsAwaited awaited, Clock wall, Supplier<LocalDate> today) {
    all =
        List.of(
            new RestTransport(credentials, wall),
            new SoapTransport(credentials, wall),
            new SftpTransport(credentials, awaited),
            new AmqpTransport(credentials),
            new TcpTransport(credentials, today));
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
