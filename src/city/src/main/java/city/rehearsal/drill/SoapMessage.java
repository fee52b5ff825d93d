package city.rehearsal.drill;

import city.rehearsal.client.HubClient;
import city.rehearsal.client.Reply;
import city.rehearsal.client.TextReply;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An application as a SOAP message, and the reading of its answer. */
final class SoapMessage {
  static final String PATH = "/services/intake";
  static final String TYPE = "text/xml; charset=utf-8";

  private static final Pattern NUMBER = Pattern.compile("<(?:\\w+:)?caseNumber>([^<]+)<");
  private static final Pattern CODE = Pattern.compile("HUB-[0-9]{4}");

  private SoapMessage() {}

  /** The fields of the JSON message, in the order of the WSDL. */
  static byte[] of(String json) {
    JsonNode body = read(json);
    StringBuilder xml = new StringBuilder(2048);
    xml.append("<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>");
    xml.append("<submitCase xmlns=\"urn:tongban:intake:1\">");
    texts(xml, body, "messageId", "item", "collectedAt", "collectingCentre");
    person(xml, "applicant", body.path("applicant"));
    if (body.has("agent")) {
      person(xml, "agent", body.path("agent"));
    }
    xml.append("<materials>");
    for (JsonNode material : body.path("materials")) {
      xml.append("<material>");
      texts(xml, material, "code", "title", "source");
      xml.append("</material>");
    }
    xml.append("</materials><form>");
    for (Map.Entry<String, JsonNode> field : body.path("form").properties()) {
      xml.append("<field name=\"").append(field.getKey()).append("\">");
      xml.append(escaped(field.getValue().asText())).append("</field>");
    }
    xml.append("</form></submitCase></s:Body></s:Envelope>");
    return xml.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The answer in the form of the REST API. A SOAP fault always has status 500; a fault with a HUB
   * code is a refusal and is not retried.
   */
  static Reply read(TextReply answer) {
    Matcher number = NUMBER.matcher(answer.body());
    Matcher code = CODE.matcher(answer.body());
    var said = HubClient.JSON.createObjectNode();
    if (answer.status() == 200 && number.find()) {
      return new Reply(201, said.put("caseNumber", number.group(1)));
    }
    boolean no = answer.status() == 500 && code.find() && !code.group().startsWith("HUB-103");
    return new Reply(no ? 400 : answer.status(), no ? said.put("code", code.group()) : said);
  }

  private static void person(StringBuilder xml, String name, JsonNode person) {
    xml.append('<').append(name).append('>');
    texts(xml, person, "name", "idType", "idNumber", "phone", "registeredStreet", "livingStreet");
    xml.append("</").append(name).append('>');
  }

  private static void texts(StringBuilder xml, JsonNode from, String... names) {
    for (String name : names) {
      if (from.has(name)) {
        xml.append('<').append(name).append('>').append(escaped(from.path(name).asText()));
        xml.append("</").append(name).append('>');
      }
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static JsonNode read(String json) {
    try {
      return HubClient.JSON.readTree(json);
    } catch (JacksonException e) {
      throw new IllegalStateException("the generator made invalid JSON", e);
    }
  }
}
