package city.tongban.transport.soap;

import city.tongban.connector.Connector;
import city.tongban.connector.SoapShape;
import city.tongban.security.MutualTls;
import city.tongban.transport.BoundedReader;
import city.tongban.transport.TransportCall;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.cxf.common.message.CxfConstants;
import org.apache.cxf.configuration.jsse.TLSClientParameters;
import org.apache.cxf.endpoint.Client;
import org.jspecify.annotations.Nullable;

/** One call of a SOAP operation. */
final class SoapCall extends TransportCall {
  private final Connector connector;
  private final SoapShape shape;
  private final SoapBodyStyle wrapping;
  private final @Nullable MutualTls line;

  SoapCall(Connector connector, SoapBodyStyle wrapping, @Nullable MutualTls line) {
    this.connector = connector;
    this.shape = Objects.requireNonNull(connector.soap(), "checked when the folder was taken in");
    this.wrapping = wrapping;
    this.line = line;
  }

  @Override
  protected void address(Message message, String operation) {
    message.setHeader("SOAPAction", "\"" + shape.namespace() + "/" + operation + "\"");
    byte[] envelope = wrapping.around(message.getBody(byte[].class), operation);
    message.setBody(envelope);
    message.setHeader(Exchange.CONTENT_TYPE, "text/xml; charset=" + connector.charset().name());
    message.setHeader(Client.REQUEST_CONTEXT, context(envelope.length));
  }

  private Map<String, Object> context(int length) {
    Map<String, Object> context = new HashMap<>(Map.of(NoRetryConduit.LENGTH, length));
    if (line != null) {
      context.put(TLSClientParameters.class.getName(), line.current());
    }
    return context;
  }

  @Override
  protected Answered answered(Message answer, long began) throws IOException {
    // the endpoint's own headers mix request and answer
    org.apache.cxf.message.Message cxf =
        answer.getHeader(CxfConstants.CAMEL_CXF_MESSAGE, org.apache.cxf.message.Message.class);
    try (InputStream in = answer.getBody(InputStream.class)) {
      return new Answered(
          cxf.get(org.apache.cxf.message.Message.RESPONSE_CODE) instanceof Integer status
              ? status
              : 0,
          (String) cxf.get(org.apache.cxf.message.Message.CONTENT_TYPE),
          in == null ? new byte[0] : BoundedReader.read(in, connector.limits(), began));
    }
  }

  @Override
  protected void believe(Answered theirs) {
    wrapping.believe(theirs);
  }
}
