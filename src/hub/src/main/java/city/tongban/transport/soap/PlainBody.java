package city.tongban.transport.soap;

import city.tongban.connector.Connector;
import city.tongban.connector.SoapPlain;
import city.tongban.connector.SoapShape;
import city.tongban.security.Credentials;
import city.tongban.transport.TransportCall;

/** The Body's child is the document itself, unsigned, with our token in the header. */
final class PlainBody implements SoapBodyStyle {
  private final Connector connector;
  private final SoapShape shape;
  private final SoapPlain plain;
  private final Credentials credentials;

  PlainBody(Connector connector, SoapShape shape, SoapPlain plain, Credentials credentials) {
    this.connector = connector;
    this.shape = shape;
    this.plain = plain;
    this.credentials = credentials;
  }

  @Override
  public byte[] around(byte[] document, String operation) {
    String token = credentials.secret(connector.credential());
    return SoapEnvelope.around(document, shape.namespace(), plain, token, connector.charset());
  }

  /** Accepts every answer: it has nothing that could be verified. */
  @Override
  public void believe(TransportCall.Answered answer) {}
}
