package city.tongban.connector;

import city.tongban.canonical.Fault;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The transports that there are, by name. */
final class Transports {
  private final List<Transport> all;

  Transports(Credentials credentials, ResultsAwaited awaited, Clock wall) {
    all =
        List.of(
            new RestTransport(credentials, wall),
            new SoapTransport(credentials, wall),
            new SftpTransport(credentials, awaited),
            new AmqpTransport(credentials));
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
