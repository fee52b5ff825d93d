package city.tongban.transport.soap;

import city.tongban.connector.Connector;
import city.tongban.connector.SoapShape;
import city.tongban.connector.SoapText;
import city.tongban.security.Credentials;
import city.tongban.transport.TransportCall;

/** The document travels as text in an argument, with our token in the header. */
final class TextArgumentBody implements SoapBodyStyle {
  private final Connector connector;
  private final SoapShape shape;
  private final SoapText text;
  private final Credentials credentials;

  TextArgumentBody(Connector connector, SoapShape shape, SoapText text, Credentials credentials) {
    this.connector = connector;
    this.shape = shape;
    this.text = text;
    this.credentials = credentials;
  }

  @Override
  public byte[] around(byte[] document, String operation) {
    String token = credentials.secret(connector.credential());
    return SoapEnvelope.around(
        document, shape.namespace(), text, operation, token, connector.charset());
  }

  /** Accepts every answer: it has nothing that could be verified. */
  @Override
  public void believe(TransportCall.Answered answer) {}
}
