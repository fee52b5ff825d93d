package city.tongban.kit.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** The reply that is assumed where a source shows none: a state, a number and a text. */
final class DefaultReply {
  static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";
  private static final List<String> STATES = List.of("ACCEPTED", "APPROVED", "REJECTED");

  private DefaultReply() {}

  static ServiceContract json(String call, JsonNode request, JsonShapes shapes) {
    return json(call, request, schema(), false, shapes);
  }

  static ServiceContract json(
      String call, JsonNode request, JsonNode reply, boolean known, JsonShapes shapes) {
    return new ServiceContract(
        ServiceContract.Wire.REST_JSON,
        call,
        "",
        "UTF-8",
        shapes.read(request),
        shapes.read(reply),
        known,
        Map.of(
            ServiceContract.MAPPING + ".request.json", request.toPrettyString() + "\n",
            ServiceContract.MAPPING + ".reply.json", reply.toPrettyString() + "\n"));
  }

  private static ObjectNode schema() {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    schema.put("$schema", DRAFT);
    schema.put("title", "Assumed: the source does not show what they answer. They may add fields.");
    schema.put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    ObjectNode state = properties.putObject("state").put("type", "string");
    state.put("minLength", 1).putArray("examples").add(STATES.get(1));
    properties.putObject("number").put("type", "string").put("maxLength", 64);
    properties.putObject("message").put("type", "string").put("maxLength", 1000);
    schema.putArray("required").add("state");
    return schema;
  }

  /** The same reply as an XSD, for departments that use XML. */
  static String xsd() {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <!-- Assumed: the source does not show what they answer. -->
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
      <xs:element name="reply">
        <xs:complexType>
          <xs:sequence>
            <xs:element name="state">
              <xs:simpleType>
                <xs:restriction base="xs:string"><xs:minLength value="1"/><xs:maxLength value="40"/></xs:restriction>
              </xs:simpleType>
            </xs:element>
            <xs:element name="number" type="xs:string" minOccurs="0"/>
            <xs:element name="message" type="xs:string" minOccurs="0"/>
          </xs:sequence>
        </xs:complexType>
      </xs:element>
    </xs:schema>
    """;
  }
}
