package city.tongban.transport.tcp;

import city.tongban.clock.BusinessClock;
import city.tongban.connector.Connector;
import city.tongban.connector.Operation;
import city.tongban.connector.RequiredKey;
import city.tongban.connector.Service;
import city.tongban.security.Credentials;
import city.tongban.transport.Transport;
import city.tongban.transport.TransportCall;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Framed messages over TCP, each with a MAC: one request and one answer for each connection. */
@Component
record TcpTransport(Credentials credentials, Supplier<LocalDate> today) implements Transport {
  /** Creates the transport; tools have no database with a business clock and use the wall clock. */
  @Autowired
  TcpTransport(Credentials credentials, Clock wall, ObjectProvider<BusinessClock> clock) {
    this(
        credentials,
        () -> {
          BusinessClock business = clock.getIfAvailable();
          return business == null
              ? LocalDate.ofInstant(wall.instant(), BusinessClock.ZONE)
              : business.today();
        });
  }

  @Override
  public String name() {
    return "tcp";
  }

  @Override
  public TransportCall call(Connector connector) {
    return new TcpCall(
        connector,
        RequiredKey.value(connector.frame(), "frame"),
        new FrameMac(credentials, connector.credential()),
        today);
  }

  @Override
  public Map<String, Object> parameters(Connector connector) {
    return Map.of(
        "authority", connector.address().getAuthority(),
        "answerBytes", connector.limits().answerBytes());
  }

  @Override
  public void check(Connector connector) {
    RequiredKey.value(connector.frame(), "frame");
    if (connector.address().getPort() < 0) {
      throw new IllegalArgumentException("the address names no port: write tcp://host:9000");
    }
    Stream.concat(
            connector.services().stream().map(Service::call),
            connector.operations().values().stream()
                .map(Operation::call)
                .flatMap(Stream::ofNullable))
        .filter(call -> !TcpCall.isCall(call))
        .findFirst()
        .ifPresent(
            call -> {
              throw new IllegalArgumentException(
                  "the call '%s' is not like gjj.101.001.01".formatted(call));
            });
  }
}
