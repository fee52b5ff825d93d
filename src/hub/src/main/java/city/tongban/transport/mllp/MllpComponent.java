package city.tongban.transport.mllp;

import city.tongban.security.MutualTls;
import city.tongban.transport.SocketComponent;
import java.util.Map;
import org.apache.camel.Endpoint;

/**
 * HL7 messages over MLLP and TLS: {@code
 * mllps:host:port?tls=#bean&connectTimeout=&timeout=&bytesMax=}.
 *
 * <p>A producer opens a connection for each message. A consumer listens at that address. The body
 * is the message as bytes, without its frame, in both directions.
 */
public final class MllpComponent extends SocketComponent {
  static final String SCHEME = "mllps";

  private final MllpServers servers = new MllpServers();

  @Override
  protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> options) {
    return new MllpEndpoint(
        uri,
        this,
        address(SCHEME, remaining),
        resolveAndRemoveReferenceParameter(options, "tls", MutualTls.class),
        limits(options));
  }

  MllpServers servers() {
    return servers;
  }
}
