package city.tongban.partner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * How the hub answers by SOAP: the same words as by REST, as elements of {@code wsdl/intake.xsd}.
 */
@Component
public class SoapResponseWriter {
  public static final String MEDIA_TYPE = "text/xml; charset=UTF-8";
  private static final String NAMESPACE = "urn:tongban:intake:1";

  /** What RFC 9457 says beside our own words; a fault has its own way for it. */
  private static final List<String> OF_HTTP = List.of("type", "title", "status");

  private final ObjectMapper json;

  public SoapResponseWriter(ObjectMapper json) {
    this.json = json;
  }

  /**
   * A yes.
   *
   * @param operation {@code submitCase}
   * @param name what the operation answers with, {@code receipt}
   */
  public byte[] of(String operation, String name, JsonNode content) {
    StringBuilder body = new StringBuilder();
    body.append("<").append(operation).append("Response xmlns=\"" + NAMESPACE + "\">");
    element(body, name, content);
    body.append("</").append(operation).append("Response>");
    return envelope(body);
  }

  /** A no, whole in the detail; nothing of it is what an exception said. */
  public byte[] fault(ProblemDocument problem) {
    ObjectNode detail = json.valueToTree(problem);
    detail.remove(OF_HTTP);
    StringBuilder body = new StringBuilder("<soap:Fault><faultcode>soap:");
    body.append(who(problem)).append("</faultcode><faultstring xml:lang=\"en\">");
    text(body, problem.code() + " " + problem.detail());
    body.append("</faultstring><detail><problem xmlns=\"" + NAMESPACE + "\">");
    elements(body, detail);
    return envelope(body.append("</problem></detail></soap:Fault>"));
  }

  /** Whose fault it is, in the words of SOAP 1.1. */
  private static String who(ProblemDocument problem) {
    return switch (problem.code()) {
      case "HUB-1041" -> "VersionMismatch";
      case "HUB-1044" -> "MustUnderstand";
      default -> HttpStatus.valueOf(problem.status()).is5xxServerError() ? "Server" : "Client";
    };
  }

  private static byte[] envelope(CharSequence body) {
    return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>"
            + body
            + "</soap:Body></soap:Envelope>")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void elements(StringBuilder to, JsonNode fields) {
    for (Map.Entry<String, JsonNode> field : fields.properties()) {
      element(to, field.getKey(), field.getValue());
    }
  }

  private static void element(StringBuilder to, String name, JsonNode content) {
    to.append('<').append(name).append('>');
    if (content.isObject()) {
      elements(to, content);
    } else if (content.isArray()) {
      String single = single(name);
      content.forEach(one -> element(to, single, one));
    } else {
      text(to, content.asText());
    }
    to.append("</").append(name).append('>');
  }

  private static String single(String list) {
    return list.endsWith("ies")
        ? list.substring(0, list.length() - "ies".length()) + "y"
        : list.substring(0, list.length() - 1);
  }

  private static void text(StringBuilder to, String text) {
    text.chars()
        .forEach(
            c -> {
              switch (c) {
                case '<' -> to.append("&lt;");
                case '>' -> to.append("&gt;");
                case '&' -> to.append("&amp;");
                case '\r' -> to.append("&#13;");
                default -> to.append((char) c);
              }
            });
  }
}
