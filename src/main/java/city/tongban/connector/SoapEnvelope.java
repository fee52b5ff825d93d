package city.tongban.connector;

import java.nio.charset.Charset;

/** Puts our document as text into a SOAP 1.1 envelope. */
final class SoapEnvelope {
  private SoapEnvelope() {}

  /**
   * The message as it goes out; made at the last moment, because it holds the token.
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
        </soap:Envelope>"""
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

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
