package city.tongban.transport.rest;

import static java.nio.charset.StandardCharsets.US_ASCII;

import city.tongban.canonical.Fault;
import city.tongban.connector.Connector;
import city.tongban.connector.Limits;
import city.tongban.transport.BoundedReader;
import city.tongban.transport.TransportCall;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/** One call of the form {@code POST /api/v2/filings}, below the back-end's address. */
final class RestCall extends TransportCall {
  private final Limits limits;
  private final @Nullable String form;
  private final Charset charset;

  RestCall(Connector connector) {
    this.limits = connector.limits();
    this.form = connector.form();
    this.charset = connector.charset();
  }

  @Override
  protected void address(Message message, String call) {
    int space = call.indexOf(' ');
    if (space < 1 || !call.startsWith("/", space + 1)) {
      throw Fault.of("HUB-8010", "'%s' is not a method and a path", call)
          .fix("write the call as POST /api/v2/filings");
    }
    String method = call.substring(0, space);
    String target = call.substring(space + 1);
    int question = target.indexOf('?');
    message.setHeader(Exchange.HTTP_METHOD, method);
    message.setHeader(Exchange.HTTP_PATH, question < 0 ? target : target.substring(0, question));
    if (question >= 0) {
      message.setHeader(Exchange.HTTP_RAW_QUERY, target.substring(question + 1));
    }
    if (method.equals("GET")) {
      message.setBody(null);
      message.removeHeader(Exchange.CONTENT_TYPE);
    } else if (form != null) {
      intoTheForm(message, form);
    }
  }

  private void intoTheForm(Message message, String field) {
    String document = new String(message.getBody(byte[].class), charset);
    message.setBody((field + "=" + URLEncoder.encode(document, charset)).getBytes(US_ASCII));
    message.setHeader(
        Exchange.CONTENT_TYPE, "application/x-www-form-urlencoded; charset=" + charset.name());
  }

  @Override
  protected Answered answered(Message answer, long began) throws IOException {
    try (InputStream in = answer.getBody(InputStream.class)) {
      return new Answered(
          answer.getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class),
          answer.getHeader(Exchange.CONTENT_TYPE, String.class),
          in == null ? new byte[0] : BoundedReader.read(in, limits, began));
    }
  }
}
