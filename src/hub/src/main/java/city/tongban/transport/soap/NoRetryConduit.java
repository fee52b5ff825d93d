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
 * <p>CXF's default conduit passes each answer between threads and does not limit the time for a
 * body. The JDK's URL connection does neither, but sends a POST again when a kept connection
 * breaks, unless it streams: so this conduit always streams, with the length known beforehand.
 */
final class NoRetryConduit extends URLConnectionHTTPConduit {
  /** Request context key with the number of bytes that the call will write. */
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
