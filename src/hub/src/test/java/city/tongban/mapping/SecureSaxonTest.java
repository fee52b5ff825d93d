package city.tongban.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import city.tongban.canonical.HubException;
import city.tongban.connector.Bundle;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Walks every way out of XSLT that was ever seen open. */
class SecureSaxonTest {
  private static final String SECRET = "the-secret-of-this-machine";

  private final SecureSaxon locked = new SecureSaxon("x", bundle(), List.of());

  @TempDir Path folder;

  @BeforeEach
  void aSecretLiesAbout() throws Exception {
    Files.writeString(folder.resolve("secret.xml"), "<x>" + SECRET + "</x>");
    System.setProperty("tongban.secret", SECRET);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "doc('FILE')",
        "doc-available('FILE')",
        "document('FILE')",
        "unparsed-text('FILE')",
        "unparsed-text-lines('FILE')",
        "unparsed-text-available('FILE')",
        "json-doc('FILE')",
        "collection('file:DIR')",
        "uri-collection('file:DIR')",
        "doc('bundle:/mappings/data.xml')",
        "doc('http://127.0.0.1:1/')",
        "doc('classpath:application.yaml')",
        "doc('jar:file:/x.jar!/y')",
        "doc('data:text/xml,%3Cx%3Ethe-secret-of-this-machine%3C/x%3E')",
        "parse-xml('<!DOCTYPE x SYSTEM \"FILE\"><x/>')",
        "parse-xml('<!DOCTYPE x [<!ENTITY e SYSTEM \"FILE\">]><x>&amp;e;</x>')",
        "parse-xml('<!DOCTYPE x [<!ENTITY e \"the-secret-of-this-machine\">]><x>&amp;e;</x>')",
        "parse-xml-fragment('<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM"
            + " \"FILE\">]><x>&amp;e;</x>')",
        "environment-variable('PATH')",
        "available-environment-variables()",
        "system-property('tongban.secret')",
        "system-property('user.home')",
        "system-property('java.version')",
        "available-system-properties()[contains(., 'tongban')]",
        "Q{java:java.lang.System}getProperty('tongban.secret')",
        "Q{java:java.lang.Runtime}getRuntime()",
        "Q{http://saxon.sf.net/java-type}x()",
        "transform(map{'stylesheet-location': 'FILE'})",
        "transform(map{'stylesheet-text': '<xsl:stylesheet version=\"3.0\""
            + " xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\"><xsl:template"
            + " name=\"xsl:initial-template\"><xsl:copy-of"
            + " select=\"unparsed-text(''FILE'')\"/></xsl:template></xsl:stylesheet>'})",
        "load-xquery-module('urn:x', map{'location-hints': 'FILE'})"
      })
  void noFunctionReadsTheMachine(String expression) {
    String file = folder.resolve("secret.xml").toUri().toString();
    String select = expression.replace("FILE", file).replace("DIR", folder.toString());

    String got =
        result(
            "<out><xsl:value-of select=\""
                + select.replace("\"", "&quot;").replace("<", "&lt;")
                + "\"/></out>");

    assertThat(got).doesNotContain(SECRET);
    assertThat(got).isIn("refused", "<out/>", "<out>false</out>");
  }

  @Test
  void noInstructionReadsOrWritesTheMachine() {
    String file = folder.resolve("secret.xml").toUri().toString();
    Path written = folder.resolve("written.xml");

    assertThat(
            result(
                "<xsl:source-document href=\""
                    + file
                    + "\"><xsl:copy-of select=\".\"/></xsl:source-document>"))
        .isEqualTo("refused");
    assertThat(
            result(
                "<xsl:merge><xsl:merge-source for-each-source=\"'"
                    + file
                    + "'\" select=\"*\"><xsl:merge-key"
                    + " select=\".\"/></xsl:merge-source><xsl:merge-action><xsl:copy-of"
                    + " select=\"current-merge-group()\"/></xsl:merge-action></xsl:merge>"))
        .isEqualTo("refused");
    assertThat(
            result(
                "<xsl:result-document href=\"" + written.toUri() + "\"><x/></xsl:result-document>"))
        .isEqualTo("refused");
    assertThat(result("<xsl:evaluate xpath=\"'unparsed-text(&quot;" + file + "&quot;)'\"/>"))
        .isEqualTo("refused");
    assertThat(written).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FILE",
        "../../../secret.xsl",
        "http://127.0.0.1:1/x.xsl",
        "bundle:/other.xsl",
        "/etc/passwd"
      })
  void nothingIsImportedFromOutsideTheBundle(String href) {
    String place = href.replace("FILE", folder.resolve("secret.xml").toUri().toString());

    assertThatThrownBy(() -> sheet("<xsl:import href=\"" + place + "\"/>", "<out/>"))
        .hasMessageStartingWith("HUB-8009: mappings/x/main.xsl line ");
    assertThatThrownBy(() -> sheet("<xsl:include href=\"" + place + "\"/>", "<out/>"))
        .hasMessageStartingWith("HUB-8009");
  }

  @Test
  void aSheetWithADoctypeIsRefusedAlsoWhenImported() {
    assertThatThrownBy(() -> locked.source("mappings/doctype.xsl"))
        .hasMessageStartingWith("HUB-8009: mappings/x/doctype.xsl is not well-formed");
    assertThatThrownBy(() -> sheet("<xsl:import href=\"doctype.xsl\"/>", "<out/>"))
        .hasMessageStartingWith("HUB-8009");
  }

  @Test
  void anOrdinarySheetWorksAndImportsFromItsBundle() {
    assertThat(result("<xsl:import href=\"beside.xsl\"/>", "<xsl:call-template name=\"beside\"/>"))
        .isEqualTo("<beside/>");
  }

  @Test
  void aMistakeOfASheetIsToldByLineAndCodeAndNotByTheResidentsData() {
    Throwable thrown =
        catchThrowable(
            () -> apply("", "<xsl:value-of select=\"xs:integer(.)\"/>", "<name>张晓梅</name>"));

    assertThat(thrown).isInstanceOf(HubException.class);
    assertThat(((HubException) thrown).problem().toString())
        .contains("HUB-9003", "mappings/x/main.xsl line 1", "FORG0001")
        .doesNotContain("张晓梅");
  }

  private String result(String body) {
    return result("", body);
  }

  private String result(String top, String body) {
    try {
      return apply(top, body, "<in/>");
    } catch (HubException e) {
      return "refused";
    }
  }

  private String apply(String top, String body, String source) {
    try {
      XdmNode node =
          locked.processor().newDocumentBuilder().build(new StreamSource(new StringReader(source)));
      return XmlCodec.text(locked, sheet(top, body).apply(node, Map.of()));
    } catch (SaxonApiException e) {
      throw new AssertionError(e);
    }
  }

  private Stylesheet sheet(String top, String body) {
    String text =
        "<xsl:stylesheet version=\"3.0\" xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\""
            + " xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" exclude-result-prefixes=\"#all\">"
            + top
            + "<xsl:template match=\"/\">"
            + body
            + "</xsl:template></xsl:stylesheet>";
    return Stylesheet.compiled(
        locked,
        "x",
        "mappings/main.xsl",
        new StreamSource(new StringReader(text), SecureSaxon.BUNDLE + "mappings/main.xsl"));
  }

  private static Bundle bundle() {
    Map<String, byte[]> files = new HashMap<>();
    files.put("mappings/data.xml", ("<x>" + SECRET + "</x>").getBytes(UTF_8));
    files.put(
        "mappings/doctype.xsl",
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><xsl:stylesheet version=\"3.0\" xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\"/>"
            .getBytes(UTF_8));
    files.put(
        "mappings/beside.xsl",
        "<xsl:stylesheet version=\"3.0\" xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\"><xsl:template name=\"beside\"><beside/></xsl:template></xsl:stylesheet>"
            .getBytes(UTF_8));
    return Bundle.of(files);
  }
}
