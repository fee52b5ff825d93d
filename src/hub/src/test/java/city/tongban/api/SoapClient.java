package city.tongban.api;

import city.tongban.path.RunningHub;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * A centre that speaks SOAP over plain HTTP, so that a test can also send what no client library
 * would. Every answer is held against the schema that centres are given.
 */
public final class SoapClient {
  public static final String NS = "urn:tongban:intake:1";
  private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
  private static final Schema CONTRACT = contract();

  private final RunningHub hub = RunningHub.get();
  private final HttpClient http = HttpClient.newHttpClient();
  private final String path;

  public SoapClient() {
    this("/services/intake");
  }

  private SoapClient(String path) {
    this.path = path;
  }

  /** The same client at another address of the hub. */
  public SoapClient at(String path) {
    return new SoapClient(path);
  }

  /** An answer, parsed; its body's element is valid. */
  public record Answer(int status, String text, Element content, HttpResponse<byte[]> http) {
    /** Text of the first element of that name. */
    public String get(String name) {
      NodeList found = content.getElementsByTagNameNS(NS, name);
      return found.getLength() == 0 ? null : found.item(0).getTextContent();
    }

    /** {@code Client}, {@code Server} …; null when it is a yes. */
    public String faultCode() {
      NodeList code = content.getElementsByTagName("faultcode");
      return code.getLength() == 0 ? null : code.item(0).getTextContent().replace("soap:", "");
    }

    public String code() {
      return get("code");
    }
  }

  public Answer send(String partner, String envelope) {
    return send(
        hub.token(partner), envelope.getBytes(StandardCharsets.UTF_8), "text/xml; charset=utf-8");
  }

  public Answer send(String token, byte[] body, String contentType, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(hub.address().resolve(path)).POST(BodyPublishers.ofByteArray(body));
    if (contentType != null) {
      request.header("Content-Type", contentType);
    }
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
      return answer(answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static Answer answer(HttpResponse<byte[]> http) {
    String text = new String(http.body(), StandardCharsets.UTF_8);
    Element body = body(http.body(), text);
    Element content = child(body);
    boolean fault = content.getLocalName().equals("Fault");
    Node typed = fault ? child((Element) content.getElementsByTagName("detail").item(0)) : content;
    try {
      CONTRACT.newValidator().validate(new DOMSource(typed));
    } catch (Exception e) {
      throw new AssertionError("the answer is not what the schema says: " + text, e);
    }
    return new Answer(http.statusCode(), text, content, http);
  }

  private static Element body(byte[] bytes, String text) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
      return (Element) document.getElementsByTagNameNS(SOAP, "Body").item(0);
    } catch (Exception e) {
      throw new AssertionError("no SOAP: " + text, e);
    }
  }

  private static Element child(Element of) {
    Node child = Objects.requireNonNull(of).getFirstChild();
    while (!(child instanceof Element)) {
      child = child.getNextSibling();
    }
    return (Element) child;
  }

  private static Schema contract() {
    try {
      return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
          .newSchema(SoapClient.class.getResource("/wsdl/intake.xsd"));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** Throws when the schema does not allow this operation. */
  public static void requireValid(String operation) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    Document document =
        factory
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(operation.getBytes(StandardCharsets.UTF_8)));
    CONTRACT.newValidator().validate(new DOMSource(document));
  }

  public static String envelope(String body) {
    return envelope("", body);
  }

  public static String envelope(String headers, String body) {
    return "<s:Envelope xmlns:s=\"%s\">%s<s:Body>%s</s:Body></s:Envelope>"
        .formatted(SOAP, headers.isEmpty() ? "" : "<s:Header>" + headers + "</s:Header>", body);
  }

  /** The operation's element around what REST would send as JSON. */
  public static String operation(String name, Map<String, ?> message) {
    StringBuilder xml = new StringBuilder("<" + name + " xmlns=\"" + NS + "\">");
    ORDER.stream()
        .filter(message::containsKey)
        .forEach(field -> field(xml, field, message.get(field)));
    message.keySet().stream()
        .filter(field -> !ORDER.contains(field))
        .forEach(field -> field(xml, field, message.get(field)));
    return xml.append("</").append(name).append(">").toString();
  }

  private static final List<String> ORDER =
      List.of(
          "caseNumber",
          "messageId",
          "item",
          "collectedAt",
          "collectingCentre",
          "correlationId",
          "applicant",
          "agent",
          "materials",
          "form",
          "name",
          "idType",
          "idNumber",
          "phone",
          "registeredStreet",
          "livingStreet",
          "relation",
          "code",
          "title",
          "source",
          "pages");

  @SuppressWarnings("unchecked")
  private static void field(StringBuilder xml, String name, Object value) {
    xml.append('<').append(name).append('>');
    if (name.equals("form")) {
      ((Map<String, Object>) value)
          .forEach(
              (key, text) ->
                  xml.append("<field name=\"%s\">%s</field>".formatted(key, escaped(text))));
    } else if (value instanceof Map<?, ?> object) {
      Map<String, Object> fields = (Map<String, Object>) object;
      ORDER.stream().filter(fields::containsKey).forEach(f -> field(xml, f, fields.get(f)));
      fields.keySet().stream()
          .filter(f -> !ORDER.contains(f))
          .forEach(f -> field(xml, f, fields.get(f)));
    } else if (value instanceof List<?> list) {
      list.forEach(one -> field(xml, name.substring(0, name.length() - 1), one));
    } else {
      xml.append(escaped(value));
    }
    xml.append("</").append(name).append('>');
  }

  private static String escaped(Object text) {
    return text.toString().replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
