package city.tongban.connector;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.cxf.common.message.CxfConstants;
import org.apache.cxf.endpoint.Client;

/** One call of a SOAP operation that carries a whole document as text. */
final class SoapCall extends TransportCall {
  private final Connector connector;
  private final SoapShape shape;
  private final Credentials credentials;

  SoapCall(Connector connector, Credentials credentials) {
    this.connector = connector;
    this.shape = Objects.requireNonNull(connector.soap(), "checked when the folder was taken in");
    this.credentials = credentials;
  }

  @Override
  void address(Message message, String operation) {
    message.setHeader("SOAPAction", "\"" + shape.namespace() + "/" + operation + "\"");
    byte[] envelope =
        SoapEnvelope.around(
            message.getBody(byte[].class),
            shape,
            operation,
            credentials.secret(connector.credential()),
            connector.charset());
    message.setBody(envelope);
    message.setHeader(Exchange.CONTENT_TYPE, "text/xml; charset=" + connector.charset().name());
    message.setHeader(Client.REQUEST_CONTEXT, Map.of(SentOnceConduit.LENGTH, envelope.length));
  }

  @Override
  Answered answered(Message answer, long began) throws IOException {
    // the endpoint's own headers are a mixture of request and answer
    org.apache.cxf.message.Message cxf =
        answer.getHeader(CxfConstants.CAMEL_CXF_MESSAGE, org.apache.cxf.message.Message.class);
    try (InputStream in = answer.getBody(InputStream.class)) {
      return new Answered(
          cxf.get(org.apache.cxf.message.Message.RESPONSE_CODE) instanceof Integer status
              ? status
              : 0,
          (String) cxf.get(org.apache.cxf.message.Message.CONTENT_TYPE),
          in == null ? new byte[0] : AnswerBytes.read(in, connector.limits(), began));
    }
  }
}
