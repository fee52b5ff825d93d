package city.tongban.connector;

import java.time.LocalDate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Framed messages over TCP, each with a MAC: one question and one answer a connection. */
record TcpTransport(Credentials credentials, Supplier<LocalDate> today) implements Transport {
  @Override
  public String name() {
    return "tcp";
  }

  @Override
  public TransportCall call(Connector connector) {
    return new TcpCall(
        connector,
        Required.value(connector.frame(), "frame"),
        new FrameKeys(credentials, connector.credential()),
        today);
  }

  @Override
  public Object setup(Connector connector) {
    return new TcpLine(connector.address(), connector.limits());
  }

  @Override
  public void check(Connector connector) {
    Required.value(connector.frame(), "frame");
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
