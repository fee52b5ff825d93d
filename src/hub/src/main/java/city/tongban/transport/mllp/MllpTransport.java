package city.tongban.transport.mllp;

import city.tongban.connector.Connector;
import city.tongban.connector.Doubt;
import city.tongban.connector.Required;
import city.tongban.security.Credentials;
import city.tongban.security.PemSecrets;
import city.tongban.security.TlsLine;
import city.tongban.transport.Asking;
import city.tongban.transport.Knock;
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
record MllpTransport(Credentials credentials, Clock wall, MllpPorts ports) implements Transport {
  @Autowired
  MllpTransport(Credentials credentials, Clock wall) {
    this(credentials, wall, new MllpPorts());
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
  public Knock knock(Connector connector, Asking asking, Duration limit) {
    return new MllpKnock(line(connector));
  }

  private MllpLine line(Connector connector) {
    return new MllpLine(connector.address(), tls(connector), connector.limits());
  }

  @Override
  public Object setup(Connector connector) {
    return new MllpInlet(connector, wall);
  }

  /** The door stands open as long as the route behind it runs. */
  @Override
  public Map<String, Object> further(Connector connector) {
    return Map.of(
        "door", new MllpDoor(ports, door(connector), tls(connector), connector.limits(), wall));
  }

  @Override
  public boolean fetchesResults() {
    return true;
  }

  @Override
  public void check(Connector connector) {
    Required.value(connector.mllp(), "mllp");
    Required.value(connector.tls(), "tls");
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
    return Required.value(
        Objects.requireNonNull(connector.mllp()).door(), "mllp.door (where they call us)");
  }

  private TlsLine tls(Connector connector) {
    return new TlsLine(
        Objects.requireNonNull(connector.tls(), "checked when the folder was taken in"),
        new PemSecrets(credentials, wall));
  }
}
