package city.tongban.transport.soap;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import org.apache.cxf.Bus;
import org.apache.cxf.message.Message;
import org.apache.cxf.service.model.EndpointInfo;
import org.apache.cxf.transport.http.URLConnectionHTTPConduit;
import org.apache.cxf.ws.addressing.EndpointReferenceType;

/**
 * Sends a SOAP message once, on the caller's own thread.
 *
 * <p>CXF's usual conduit hands each answer between threads and sets no limit to how long a body may
 * take. The JDK's URL connection does neither, but sends a POST again when a kept line breaks,
 * unless it streams: so this one always streams, with the length known beforehand.
 */
final class NoRetryConduit extends URLConnectionHTTPConduit {
  /** Request context key under which the call tells how many bytes it will write. */
  static final String LENGTH = "city.tongban.length";

  NoRetryConduit(Bus bus, EndpointInfo endpoint, EndpointReferenceType target) throws IOException {
    super(bus, endpoint, target);
  }

  @Override
  protected OutputStream createOutputStream(
      Message message, boolean cache, boolean chunking, int threshold) throws IOException {
    if (!(message.get(LENGTH) instanceof Integer length)
        || !(message.get(KEY_HTTP_CONNECTION) instanceof HttpURLConnection line)) {
      throw new IllegalStateException("a call of unknown length could be sent twice");
    }
    line.setFixedLengthStreamingMode(length);
    return super.createOutputStream(message, cache, chunking, threshold);
  }
}
