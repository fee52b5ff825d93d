package city.tongban.canonical;

import static city.tongban.canonical.Refused.refused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalXmlTest {
  private static final String CASE = CanonicalXml.write(Samples.caseFile());

  @Test
  void aCaseComesBackAsItWas() {
    assertThat(CanonicalXml.read(CASE)).isEqualTo(Samples.caseFile());
    assertThat(CanonicalXml.read(CanonicalXml.write(Samples.bareCase())))
        .isEqualTo(Samples.bareCase());
  }

  @Test
  void elementsAreNamedAsTheRecordsComponents() {
    assertThat(CASE)
        .startsWith("<case><number>310104-20180702-000482</number><item>ZJ9001</item><applicant>")
        .contains("<name>𠮷·䶮</name><idType>RESIDENT_ID</idType>")
        .contains("<materials><material><code>M1</code><title>租赁合同</title>")
        .contains("<form><field><name>address</name><value>")
        .contains("<collectedAt>2018-07-02T08:41:00+08:00</collectedAt>")
        .contains("<normalised><note>/applicant/name: U+00B7 for U+2022</note></normalised>")
        .doesNotContain("livingStreet", "class=", "reference=", "<?");
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerComesBackAsItWas(Answer.Outcome outcome) {
    Answer bare = new Answer(null, outcome, null, null, null, null);

    assertThat(CanonicalXml.readAnswer(SafeXml.parse(CanonicalXml.write(bare)))).isEqualTo(bare);
    assertThat(CanonicalXml.readAnswer(SafeXml.parse(CanonicalXml.write(Samples.answer()))))
        .isEqualTo(Samples.answer());
  }

  @Test
  void whatWeWritePassesOurGates() {
    SchemaValidator.CASE.check(CASE);
    SchemaValidator.CASE.check(CanonicalXml.write(Samples.bareCase()));
    SchemaValidator.ANSWER.check(CanonicalXml.write(Samples.answer()));
  }

  @Test
  void aValueThatCannotBeIsRefusedAsEverywhereWithItsPath() {
    Problem problem =
        refused("HUB-1006", () -> CanonicalXml.read(CASE.replace("31002X", "310021")));

    assertThat(problem.at()).isEqualTo("/case/applicant");
    assertThat(problem.toString()).doesNotContain("11010519491231");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<answer><outcome>ACCEPTED</outcome></answer>",
        "<case/>",
        "<case><number>310104-20180702-000482</number></case>",
        "<java.beans.EventHandler/>",
        "<city.tongban.canonical.CaseFile/>",
        "<string>x</string>",
        "<sorted-set><dynamic-proxy><interface>java.lang.Comparable</interface>"
            + "<handler class='java.beans.EventHandler'><target class='java.lang.ProcessBuilder'>"
            + "<command><string>id</string></command></target><action>start</action></handler>"
            + "</dynamic-proxy></sorted-set>",
        "<dynamic-proxy><interface>java.lang.Runnable</interface></dynamic-proxy>",
        "<javax.naming.ldap.Rdn_-RdnEntry><type>x</type></javax.naming.ldap.Rdn_-RdnEntry>",
        "<map><entry><url>http://127.0.0.1:1/</url><string>x</string></entry></map>",
        "<null/>",
        "<void/>",
        "<java.lang.String>x</java.lang.String>"
      })
  void aTextThatIsNoCaseMakesNothing(String xml) {
    refused("HUB-9001", () -> CanonicalXml.read(xml));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<applicant class='java.util.PriorityQueue'>",
        "<applicant reference='/case'>",
        "<applicant resolves-to='sorted-set'>",
        "<applicant id='1'>"
      })
  void anAttributeNamesNeitherAClassNorAReference(String start) {
    refused("HUB-9001", () -> CanonicalXml.read(CASE.replace("<applicant>", start)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<sorted-set/>",
        "<string>x</string>",
        "<material reference='../material'/>",
        "<field><name>a</name><value>b</value></field>",
        "<material"
            + " class='java.beans.EventHandler'><code>M</code><title>t</title><source>3</source></material>"
      })
  void aListHoldsItsOwnElementsOnly(String intruder) {
    String xml = CASE.replace("<materials>", "<materials>" + intruder);

    assertThat(refused("HUB-9001", () -> CanonicalXml.read(xml)).at())
        .startsWith("/case/materials/");
  }

  @Test
  void anUnknownOrRepeatedElementIsRefusedWithItsPath() {
    assertThat(
            refused("HUB-9001", () -> CanonicalXml.read(CASE.replace("<item>", "<x/><item>"))).at())
        .isEqualTo("/case/x");
    String twice = CASE.replace("<item>", "<item>ZJ9007</item><item>");
    assertThat(refused("HUB-9001", () -> CanonicalXml.read(twice)).at()).isEqualTo("/case/item[2]");
  }

  @Test
  void anUnknownWordOrNumberIsRefusedAndNotRepeated() {
    String word = CASE.replace("PASSPORT", "SECRETWORD");
    String number = CASE.replace("<pages>12<", "<pages>SECRETWORD<");

    assertThat(refused("HUB-9001", () -> CanonicalXml.read(word)).toString())
        .doesNotContain("SECRETWORD");
    assertThat(refused("HUB-9001", () -> CanonicalXml.read(number)).toString())
        .doesNotContain("SECRETWORD");
  }

  @Test
  void aDoctypeOrDeepNestingIsRefusedBeforeAnythingIsRead() {
    String entity = "<!DOCTYPE case [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>";

    refused("HUB-9008", () -> CanonicalXml.read(entity + CASE));
    refused("HUB-9008", () -> CanonicalXml.read("<case>".repeat(200) + "</case>".repeat(200)));
    refused("HUB-9008", () -> CanonicalXml.read("<a>".repeat(500_000)));
    refused("HUB-9008", () -> CanonicalXml.read(""));
  }
}
