package city.tongban.transport.tcp;

import city.tongban.transport.SocketComponent;
import java.util.Map;
import org.apache.camel.Endpoint;

/**
 * Messages over TCP behind eight digits of length: {@code
 * framed-tcp:host:port?connectTimeout=&timeout=&bytesMax=}.
 *
 * <p>There is a producer only. It opens a connection for each message; the body is the message as
 * bytes, without its length.
 */
public final class FramedTcpComponent extends SocketComponent {
  @Override
  protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> options) {
    return new FramedTcpEndpoint(uri, this, address("tcp", remaining), limits(options));
  }
}
