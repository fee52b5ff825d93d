package city.tongban.mapping;

import city.tongban.canonical.Answer;
import city.tongban.canonical.Fact;
import city.tongban.connector.Connector;
import java.util.Map;
import java.util.TreeMap;

/** What a partner puts around a document, and what an answer says, for tests. */
final class Envelopes {
  private Envelopes() {}

  /** The bytes that would come over the wire. */
  static byte[] answer(Connector c, String document) {
    String text =
        c.soap() == null
            ? document
            : c.soap().text() == null
                ? soap("UTF-8", document.replaceFirst("^<\\?xml[^>]*\\?>", ""))
                : soap(
                    "<executeResponse xmlns=\"%s\"><result><![CDATA[%s]]></result></executeResponse>"
                        .formatted(c.soap().namespace(), document));
    return CharsetCodec.of(c).encode(text, "/");
  }

  static String soap(String body) {
    return soap("GB18030", body);
  }

  private static String soap(String charset, String body) {
    return "<?xml version=\"1.0\" encoding=\""
        + charset
        + "\"?><soap:Envelope"
        + " xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>"
        + body
        + "</soap:Body></soap:Envelope>";
  }

  /** The answer's components that are not absent. */
  static Map<String, String> said(Answer answer) {
    Map<String, String> said = new TreeMap<>();
    put(said, "delivery", answer.delivery());
    put(said, "outcome", answer.outcome());
    put(said, "theirNumber", answer.theirNumber());
    put(said, "theirMessageId", answer.theirMessageId());
    put(said, "reason", answer.reason());
    put(said, "at", answer.at());
    if (answer.found() != null) {
      put(said, "found", String.join(", ", answer.found().stream().map(Fact::brief).toList()));
    }
    return said;
  }

  private static void put(Map<String, String> said, String name, Object value) {
    if (value != null) {
      said.put(name, value.toString());
    }
  }
}
