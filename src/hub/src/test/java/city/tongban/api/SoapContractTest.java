package city.tongban.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import city.tongban.path.Applications;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The contract by SOAP has the words of the one by REST: nothing more, nothing less. */
class SoapContractTest {
  private static final String XS = "http://www.w3.org/2001/XMLSchema";
  private static final String WSDL = "http://schemas.xmlsoap.org/wsdl/";
  private static final JsonNode REST = Endpoints.contract().at("/components/schemas");

  private final Document xsd = parsed("wsdl/intake.xsd");

  @ParameterizedTest
  @CsvSource({
    "submitCase, /CaseSubmission",
    "Applicant, /CaseSubmission/properties/applicant",
    "Agent, /CaseSubmission/properties/agent",
    "Material, /CaseSubmission/properties/materials/items",
    "Receipt, /Receipt",
    "WithdrawalReceipt, /WithdrawalReceipt",
    "Case, /Case",
    "Delivery, /Delivery",
    "Inbox, /Inbox",
    "Notice, /Notice"
  })
  void aTypeHasTheFieldsOfItsSchema(String type, String schema) {
    assertThat(fieldsOf(type)).isEqualTo(fieldsOf(REST.at(schema)));
  }

  @Test
  void aWithdrawalHasTheCasesNumberInItself() {
    Map<String, Boolean> fields = fieldsOf(REST.at("/Withdrawal"));
    fields.put("caseNumber", true);

    assertThat(fieldsOf("withdrawCase")).isEqualTo(fields);
  }

  @ParameterizedTest
  @CsvSource({
    "IdType, /IdType",
    "Source, /CaseSubmission/properties/materials/items/properties/source",
    "CaseState, /CaseState"
  })
  void aListOfWordsIsTheSame(String type, String schema) {
    Set<String> words = new TreeSet<>();
    REST.at(schema).path("enum").forEach(word -> words.add(word.asText()));

    assertThat(values(type, "enumeration")).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "Name, /PersonName",
    "Short, /IdNumber",
    "Short, /Phone",
    "Time, /CaseSubmission/properties/collectedAt",
    "Title, /CaseSubmission/properties/materials/items/properties/title",
    "Reason, /Withdrawal/properties/reason"
  })
  void aLengthIsTheSame(String type, String schema) {
    assertThat(values(type, "maxLength"))
        .containsExactly(REST.at(schema).path("maxLength").asText());
  }

  @Test
  void aGoodApplicationIsValidByTheSchemaToo() {
    Stream.of(Applications.lease(5200), Applications.benefit(36))
        .map(application -> SoapClient.operation("submitCase", application))
        .forEach(
            operation ->
                assertThatCode(() -> SoapClient.requireValid(operation))
                    .doesNotThrowAnyException());
  }

  @Test
  void everyOperationHasItsElementsAndAction() {
    NodeList operations =
        ((Element) parsed("wsdl/intake.wsdl").getElementsByTagNameNS(WSDL, "binding").item(0))
            .getElementsByTagNameNS(WSDL, "operation");

    assertThat(operations.getLength()).isEqualTo(4);
    for (int i = 0; i < operations.getLength(); i++) {
      Element operation = (Element) operations.item(i);
      String name = operation.getAttribute("name");
      Element action = (Element) operation.getElementsByTagName("soap:operation").item(0);
      assertThat(action.getAttribute("soapAction")).isEqualTo(SoapClient.NS + "/" + name);
      assertThat(fieldsOf(name + "Response")).hasSize(1);
    }
  }

  /** Each field and whether it must be there. */
  private Map<String, Boolean> fieldsOf(String type) {
    Map<String, Boolean> fields = new LinkedHashMap<>();
    Element sequence = (Element) named(type).getElementsByTagNameNS(XS, "sequence").item(0);
    for (var node = sequence.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element field) {
        fields.put(field.getAttribute("name"), !field.getAttribute("minOccurs").equals("0"));
      }
    }
    return fields;
  }

  private static Map<String, Boolean> fieldsOf(JsonNode schema) {
    Set<String> required = new TreeSet<>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    Map<String, Boolean> fields = new LinkedHashMap<>();
    schema
        .path("properties")
        .fieldNames()
        .forEachRemaining(name -> fields.put(name, required.contains(name)));
    return fields;
  }

  private Set<String> values(String type, String facet) {
    Set<String> values = new TreeSet<>();
    NodeList facets = named(type).getElementsByTagNameNS(XS, facet);
    for (int i = 0; i < facets.getLength(); i++) {
      values.add(((Element) facets.item(i)).getAttribute("value"));
    }
    return values;
  }

  /** The element, complex or simple type of that name, at the top. */
  private Element named(String name) {
    for (var node = xsd.getDocumentElement().getFirstChild();
        node != null;
        node = node.getNextSibling()) {
      if (node instanceof Element element && element.getAttribute("name").equals(name)) {
        return element;
      }
    }
    throw new AssertionError("the schema has no " + name);
  }

  private static Document parsed(String resource) {
    try {
      return DocumentBuilderFactory.newDefaultNSInstance()
          .newDocumentBuilder()
          .parse(new ClassPathResource(resource).getInputStream());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
