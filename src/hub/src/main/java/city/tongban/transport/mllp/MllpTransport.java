package city.tongban.transport.mllp;

import city.tongban.connector.Connector;
import city.tongban.connector.Doubt;
import city.tongban.connector.RequiredKey;
import city.tongban.security.Credentials;
import city.tongban.security.MutualTls;
import city.tongban.security.PemSecrets;
import city.tongban.transport.ConnectionCheck;
import city.tongban.transport.ConnectionInquiry;
import city.tongban.transport.Transport;
import city.tongban.transport.TransportCall;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** HL7 in frames over TLS: we call them with each case, and they call us with what came of it. */
@Component
record MllpTransport(Credentials credentials, Clock wall, MllpServers ports) implements Transport {
  @Autowired
  MllpTransport(Credentials credentials, Clock wall) {
    this(credentials, wall, new MllpServers());
  }

  private static final String SCHEME = "mllps";

  @Override
  public String name() {
    return "mllp";
  }

  @Override
  public TransportCall call(Connector connector) {
    return new MllpCall(connector, line(connector));
  }

  @Override
  public ConnectionCheck knock(Connector connector, ConnectionInquiry asking, Duration limit) {
    return new MllpConnectionCheck(line(connector));
  }

  private MllpClient line(Connector connector) {
    return new MllpClient(connector.address(), tls(connector), connector.limits());
  }

  @Override
  public Object setup(Connector connector) {
    return new MllpMessageReader(connector, wall);
  }

  /** The door stands open as long as the route behind it runs. */
  @Override
  public Map<String, Object> further(Connector connector) {
    return Map.of(
        "door",
        new MllpRoutePolicy(ports, door(connector), tls(connector), connector.limits(), wall));
  }

  @Override
  public boolean fetchesResults() {
    return true;
  }

  @Override
  public void check(Connector connector) {
    RequiredKey.value(connector.mllp(), "mllp");
    RequiredKey.value(connector.tls(), "tls");
    mllps(connector.address(), "address");
    mllps(door(connector), "mllp.door");
    if (connector.doubt() != Doubt.SAME_ID) {
      throw new IllegalArgumentException("MSH-10 tells a repeat: doubt is same-id");
    }
  }

  private static void mllps(URI address, String key) {
    if (!SCHEME.equals(address.getScheme()) || address.getHost() == null || address.getPort() < 1) {
      throw new IllegalArgumentException(key + " is written as mllps://host:port");
    }
  }

  private static URI door(Connector connector) {
    return RequiredKey.value(
        Objects.requireNonNull(connector.mllp()).door(), "mllp.door (where they call us)");
  }

  private MutualTls tls(Connector connector) {
    return new MutualTls(
        Objects.requireNonNull(connector.tls(), "checked when the folder was taken in"),
        new PemSecrets(credentials, wall));
  }
}
