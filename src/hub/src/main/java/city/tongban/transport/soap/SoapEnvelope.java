package city.tongban.transport.soap;

import city.tongban.connector.SoapPlain;
import city.tongban.connector.SoapText;
import java.nio.charset.Charset;

/** Writes our document into a SOAP 1.1 envelope, as text or as an element. */
final class SoapEnvelope {
  private SoapEnvelope() {}

  /**
   * The message to send; created just before the call, because it holds the token.
   *
   * @param document in the connector's charset, with its own prolog
   */
  static byte[] around(
      byte[] document,
      String namespace,
      SoapText s,
      String operation,
      String token,
      Charset charset) {
    String envelope =
        """
        <?xml version="1.0" encoding="%s"?>
        <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">\
        <soap:Header><%s xmlns="%s">%s</%s></soap:Header>\
        <soap:Body><%s xmlns="%s"><%s><![CDATA[%s]]></%s></%s></soap:Body>\
        </soap:Envelope>\
        """
            .formatted(
                charset.name(),
                s.token(),
                namespace,
                escaped(token),
                s.token(),
                operation,
                namespace,
                s.argument(),
                new String(document, charset).replace("]]>", "]]]]><![CDATA[>"),
                s.argument(),
                operation);
    return envelope.getBytes(charset);
  }

  /**
   * The message with the document as an element; its prolog, allowed only at the start, moves to
   * the envelope.
   */
  static byte[] around(
      byte[] document, String namespace, SoapPlain plain, String token, Charset charset) {
    String envelope =
        """
        <?xml version="1.0" encoding="%s"?>
        <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">\
        <soap:Header><%s xmlns="%s">%s</%s></soap:Header>\
        <soap:Body>%s</soap:Body>\
        </soap:Envelope>\
        """
            .formatted(
                charset.name(),
                plain.token(),
                namespace,
                escaped(token),
                plain.token(),
                new String(document, charset).replaceFirst("^<\\?xml[^>]*\\?>", ""));
    return envelope.getBytes(charset);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
