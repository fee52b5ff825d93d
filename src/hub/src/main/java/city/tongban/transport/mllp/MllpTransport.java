package city.tongban.transport.mllp;

import city.tongban.connector.Connector;
import city.tongban.connector.Doubt;
import city.tongban.connector.RequiredKey;
import city.tongban.security.Credentials;
import city.tongban.security.MutualTls;
import city.tongban.security.PemSecrets;
import city.tongban.transport.ConnectionCheck;
import city.tongban.transport.ConnectionInquiry;
import city.tongban.transport.SocketLimits;
import city.tongban.transport.Transport;
import city.tongban.transport.TransportCall;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * HL7 v2 over MLLP and TLS: the hub calls with each case, the department calls with each result.
 */
@Component
record MllpTransport(Credentials credentials, Clock wall) implements Transport {

  @Override
  public String name() {
    return "mllp";
  }

  @Override
  public TransportCall call(Connector connector) {
    return new MllpCall(connector);
  }

  @Override
  public ConnectionCheck knock(Connector connector, ConnectionInquiry asking, Duration limit) {
    return new MllpConnectionCheck(
        new MllpClient(connector.address(), tls(connector), SocketLimits.of(connector.limits())));
  }

  @Override
  public Object setup(Connector connector) {
    return new MllpMessageReader(connector, wall);
  }

  @Override
  public Map<String, Object> further(Connector connector) {
    return Map.of("tls", tls(connector));
  }

  @Override
  public Map<String, Object> parameters(Connector connector) {
    return Map.of(
        "authority", connector.address().getAuthority(),
        "listen", door(connector).getAuthority(),
        "answerBytes", connector.limits().answerBytes());
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
    mllps(door(connector), "mllp.listen");
    if (connector.doubt() != Doubt.SAME_ID) {
      throw new IllegalArgumentException("MSH-10 tells a repeat: doubt is same-id");
    }
  }

  private static void mllps(URI address, String key) {
    if (!MllpComponent.SCHEME.equals(address.getScheme())
        || address.getHost() == null
        || address.getPort() < 1) {
      throw new IllegalArgumentException(key + " is written as mllps://host:port");
    }
  }

  private static URI door(Connector connector) {
    return RequiredKey.value(
        Objects.requireNonNull(connector.mllp()).listen(),
        "mllp.listen (where the back-end calls the hub)");
  }

  private MutualTls tls(Connector connector) {
    return new MutualTls(
        Objects.requireNonNull(connector.tls(), "checked when the folder was taken in"),
        new PemSecrets(credentials, wall));
  }
}
