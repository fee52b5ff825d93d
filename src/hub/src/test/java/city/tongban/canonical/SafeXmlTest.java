package city.tongban.canonical;

import static city.tongban.canonical.Refused.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeXmlTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE a><a/>",
        "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><a>&x;</a>",
        "<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/a.dtd'><a/>",
        "<!DOCTYPE a [<!ENTITY a 'aaaaaaaa'><!ENTITY b '&a;&a;&a;'>]><a>&b;</a>",
        "<a>&unknown;</a>",
        "<a><b></a>",
        "<a/><b/>",
        "",
        "no xml",
        "<a>\u0000</a>"
      })
  void whatIsNotPlainXmlIsRefused(String xml) {
    refused("HUB-9008", () -> SafeXml.parse(xml));
  }

  @Test
  void theTextWasDecodedAlreadyWhateverItDeclares() {
    assertThat(
            SafeXml.parse("<?xml version=\"1.0\" encoding=\"GB18030\"?><a>𠮷䶮</a>")
                .getDocumentElement()
                .getTextContent())
        .isEqualTo("𠮷䶮");
  }

  @Test
  void theSentenceGivesAPlaceAndNotTheText() {
    Problem problem = refused("HUB-9008", () -> SafeXml.parse("<a>\n  <geheim></x></a>"));

    assertThat(problem.why()).contains("line 2");
    assertThat(problem.toString()).doesNotContain("geheim");
  }

  @Test
  void sixtyLevelsAreReadAndMoreAreNot() {
    assertThat(SafeXml.parse("<a>".repeat(60) + "</a>".repeat(60))).isNotNull();
    refused("HUB-9008", () -> SafeXml.parse("<a>".repeat(61) + "</a>".repeat(61)));
  }

  @Test
  void aStreamStopsAtADoctype() throws XMLStreamException {
    assertThatThrownBy(() -> drain(SafeXml.stream(new StringReader("<!DOCTYPE a><a/>"))))
        .isInstanceOf(XMLStreamException.class)
        .hasMessageContaining("DOCTYPE");
    drain(SafeXml.stream(new StringReader("<a>&lt;</a>")));
  }

  @Test
  void theStreamFactoryReadsNoEntityOfADoctype(@TempDir Path folder) throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "geheim");
    String xml = "<!DOCTYPE a [<!ENTITY x SYSTEM '" + secret.toUri() + "'>]><a>&x;</a>";

    assertThatThrownBy(
            () -> drain(SafeXml.xmlInputFactory().createXMLStreamReader(new StringReader(xml))))
        .isInstanceOf(XMLStreamException.class);
  }

  @Test
  void aSchemaFetchesNothingFromTheNet(@TempDir Path folder) throws Exception {
    Path schema =
        Files.writeString(
            folder.resolve("a.xsd"),
            """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
              <xs:import namespace="urn:b" schemaLocation="http://127.0.0.1:1/b.xsd"/>
            </xs:schema>
            """);

    assertThatThrownBy(() -> SafeXml.schema(schema.toUri().toURL()))
        .isInstanceOf(IllegalStateException.class)
        .rootCause()
        .hasMessageContaining("accessExternalSchema");
  }

  @Test
  void parsersAreNotShared() {
    assertThat(SafeXml.documentBuilder()).isNotSameAs(SafeXml.documentBuilder());
    assertThat(SafeXml.documentBuilder().isXIncludeAware()).isFalse();
  }

  private static void drain(XMLStreamReader reader) throws XMLStreamException {
    while (reader.hasNext()) {
      reader.next();
    }
  }
}
