package city.tongban.kit;

import city.tongban.connector.Connector;
import city.tongban.connector.SoapShape;
import city.tongban.kit.StubFile.Answer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes the responses of a stub: plain, or in a SOAP envelope. */
record StubResponseWriter(Connector connector) {
  private static final String PLAIN = "text/plain; charset=UTF-8";
  private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";

  record Reply(int status, String contentType, String text, Charset charset) {
    byte[] body() {
      return text.getBytes(charset);
    }
  }

  Reply recorded(String call, Answer answer, String text) {
    String type = answer.contentType() == null ? connector.contentType() : answer.contentType();
    @Nullable SoapShape soap = connector.soap();
    if (soap == null || answer.status() != 200) {
      return new Reply(answer.status(), type, text, connector.charset());
    }
    return envelope(answer.status(), soap.text() == null ? text : asText(call, soap, text));
  }

  /** The response to a call for which no answer is recorded. */
  Reply unknown(String call) {
    String why = "no answer in stub.yaml matches '" + call + "'";
    return connector.soap() == null
        ? new Reply(404, PLAIN, why, StandardCharsets.UTF_8)
        : fault("Client", why);
  }

  /** The response to an id that was used before with other content. */
  Reply refused(@Nullable String id) {
    String why = "id " + id + " came before with other content";
    return connector.soap() == null
        ? new Reply(409, PLAIN, why, StandardCharsets.UTF_8)
        : fault("Client", why);
  }

  private static String asText(String call, SoapShape soap, String text) {
    String result = Objects.requireNonNull(soap.text()).result();
    return "<%sResponse xmlns=\"%s\"><%s><![CDATA[%s]]></%s></%sResponse>"
        .formatted(
            call, soap.namespace(), result, text.replace("]]>", "]]]]><![CDATA[>"), result, call);
  }

  private Reply fault(String code, String words) {
    return envelope(
        500,
        "<s:Fault><faultcode>s:%s</faultcode><faultstring>%s</faultstring></s:Fault>"
            .formatted(code, words.replace("&", "&amp;").replace("<", "&lt;")));
  }

  private Reply envelope(int status, String inside) {
    String charset = connector.charset().name();
    String bare = inside.strip().replaceFirst("^<\\?xml[^>]*\\?>", "");
    String text =
        "<?xml version=\"1.0\" encoding=\"%s\"?><s:Envelope xmlns:s=\"%s\"><s:Body>%s</s:Body></s:Envelope>"
            .formatted(charset, SOAP, bare);
    return new Reply(status, "text/xml; charset=" + charset, text, connector.charset());
  }
}
