package city.tongban.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import city.tongban.bundle.ShippedConnectors;
import city.tongban.canonical.Answer.Outcome;
import city.tongban.canonical.Fault;
import city.tongban.canonical.HubException;
import city.tongban.canonical.Outage;
import city.tongban.canonical.Refusal;
import city.tongban.connector.Connector;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The department's answer is untrusted input too (P9). */
class HostileAnswersTest {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final String XML = "text/xml; charset=GB18030";
  private static final String DOCTYPE =
      "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/hostname\">]>";
  private static final String GOOD =
      "<ROOT><HEAD><BUSCODE>000000</BUSCODE><BUSMSG>成功</BUSMSG><MSGID>m</MSGID></HEAD>"
          + "<BODY><SBLSH>RS1</SBLSH><BLJG>1</BLJG><BLSJ>20180702084111</BLSJ></BODY></ROOT>";

  private static final Connector HOUSING = ShippedConnectors.with("housing", Map.of());
  private static final Connector HR = ShippedConnectors.with("human-resources", Map.of());
  private static final Mappings MAPPINGS = Mappings.forTools();

  @Test
  void theSameAnswerUnspoiltIsRead() {
    assertThat(MAPPINGS.reply(HR, "unemployment-registration", wire(200, envelope(GOOD))).outcome())
        .isEqualTo(Outcome.APPROVED);
    assertThat(housing("{\"slh\":\"1\",\"zt\":\"YSL\"}".getBytes(UTF_8))).isNull();
  }

  @Test
  void aDoctypeIsRefusedInTheEnvelopeAndInTheDocumentInside() {
    refused(hr(200, DOCTYPE + envelope(GOOD)), "HUB-9008");
    refused(hr(200, envelope(GOOD).replace("<soap:Env", DOCTYPE + "<soap:Env")), "HUB-9008");
    refused(hr(200, envelope(DOCTYPE + GOOD.replace("RS1", "&y;"))), "HUB-9008");
    refused(hr(200, envelope(GOOD.replace("RS1", "&y;"))), "HUB-9008");
  }

  @Test
  void aPrologInsideThatNamesAnotherCharsetIsRefused() {
    refused(hr(200, envelope("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + GOOD)), "HUB-9007");
  }

  @Test
  void utf8UnderTheNameOfGb18030IsRefused() {
    byte[] bytes = envelope(GOOD).replace("GB18030", "UTF-8").getBytes(UTF_8);
    refused(caught(HR, new RawMessage(200, bytes, XML)), "HUB-9007");
    refused(caught(HR, new RawMessage(200, envelope(GOOD).getBytes(UTF_8), XML)), "HUB-9007");
  }

  @Test
  void anAnswerThatStopsInTheMiddleOfACharacterIsRefused() {
    byte[] bytes = envelope(GOOD).getBytes(GB18030);
    int half = envelope(GOOD).indexOf("成") + 1;
    refused(caught(HR, new RawMessage(200, Arrays.copyOf(bytes, half), XML)), "HUB-9007");
  }

  @Test
  void aCdataSectionThatWasSplitIsOneText() {
    String reply = GOOD.replace("成功", "a]]&gt;b").replace("]]&gt;", "]]]]><![CDATA[&gt;");
    assertThat(
            MAPPINGS.reply(HR, "unemployment-registration", wire(200, envelope(reply))).outcome())
        .isEqualTo(Outcome.APPROVED);
  }

  @Test
  void depthsAreRefused() {
    refused(hr(200, envelope("<a>".repeat(200) + "</a>".repeat(200))), "HUB-9008");
    refused(housing(("[".repeat(200) + "]".repeat(200)).getBytes(UTF_8)), "HUB-9008");
    refused(housing(("{\"a\":".repeat(33) + "1" + "}".repeat(33)).getBytes(UTF_8)), "HUB-9008");
  }

  @Test
  void anEntityBombIsRefused() {
    String bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>";
    refused(hr(200, envelope(bomb + GOOD.replace("RS1", "&b;"))), "HUB-9008");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "\"x\"",
        "{\"slh\":\"1\"}",
        "{\"zt\":\"YSL\"}",
        "{\"slh\":1,\"zt\":\"YSL\"}",
        "{\"slh\":\"1\",\"zt\":\"YSL\",\"code\":\"WZD\"}",
        "{\"slh\":\"1\",\"zt\":\"YSL\",\"slsj\":\"yesterday\"}"
      })
  void jsonWithoutMeaningIsRefused(String json) {
    assertThat(housing(json.getBytes(UTF_8)).problem().code()).isIn("HUB-9010", "HUB-9008");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"slh\":\"1\",\"slh\":\"2\",\"zt\":\"YSL\"}",
        "{\"slh\":\"1\",\"zt\":\"YSL\"} {}",
        "{\"slh\":\"1\",\"zt\":\"YSL\",}",
        "{'slh':'1','zt':'YSL'}",
        "{\"slh\":\"\\ud800\",\"zt\":\"YSL\"}",
        "{\"slh\":\"\\ufffd\",\"zt\":\"YSL\"}",
        "{\"slh\":\"\\u0000\",\"zt\":\"YSL\"}",
        "{\"slh\":\"1\",\"zt\":\"YSL\",\"n\":11111111111111111111111111111111111111111}"
      })
  void jsonThatIsNotQuiteJsonIsRefused(String json) {
    refused(housing(json.getBytes(UTF_8)), "HUB-9008");
  }

  @Test
  void anOversizedAnswerIsRefusedBeforeItIsLookedAt() {
    refused(housing(new byte[300 * 1024]), "HUB-9009");
  }

  @ParameterizedTest
  @CsvSource({
    "500, soap:Client, AUTH, Fault, HUB-4013",
    "200, soap:Client, AUTH, Fault, HUB-4013",
    "500, soap:Server, busy, Outage, HUB-4012",
    "500, soap:Client, ACTION: no such SOAPAction, Fault, HUB-9011"
  })
  void aSoapFaultSaysMoreThanItsStatus(
      int status, String code, String words, String kind, String expected) {
    String fault =
        Envelopes.soap(
            "<soap:Fault><faultcode>%s</faultcode><faultstring>%s</faultstring></soap:Fault>"
                .formatted(code, words));

    HubException e = hr(status, fault);

    assertThat(e.getClass()).isEqualTo(kind.equals("Fault") ? Fault.class : Outage.class);
    assertThat(e.problem().code()).isEqualTo(expected);
  }

  @Test
  void aBareStatus500IsAnOutageWhateverItsPageSays() {
    assertThat(hr(500, "<html>oops").problem().code()).isEqualTo("HUB-4012");
    assertThat(caught(HR, new RawMessage(500, new byte[0], null)).problem().code())
        .isEqualTo("HUB-4012");
    assertThat(caught(HOUSING, new RawMessage(502, new byte[0], null)).problem().code())
        .isEqualTo("HUB-4012");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<x/>",
        "<soap:Envelope xmlns:soap=\"urn:other\"><soap:Body/></soap:Envelope>",
        "<soap:Envelope"
            + " xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body/></soap:Envelope>"
      })
  void anEnvelopeWithoutAResultMeansNothing(String envelope) {
    refused(hr(200, envelope), "HUB-9010");
  }

  private static String envelope(String document) {
    return Envelopes.soap(
        "<executeResponse xmlns=\"urn:shrs:exchange:v1\"><result><![CDATA["
            + document
            + "]]></result></executeResponse>");
  }

  private static RawMessage wire(int status, String text) {
    return new RawMessage(status, text.getBytes(GB18030), XML);
  }

  private static HubException hr(int status, String text) {
    return caught(HR, wire(status, text));
  }

  private static HubException housing(byte[] bytes) {
    return caught(HOUSING, new RawMessage(200, bytes, "application/json"));
  }

  private static HubException caught(Connector c, RawMessage wire) {
    String mapping = c.services().get(0).mapping();
    return catchThrowableOfType(HubException.class, () -> MAPPINGS.reply(c, mapping, wire));
  }

  private static void refused(HubException e, String code) {
    assertThat(e).isInstanceOf(Refusal.class);
    assertThat(e.problem().code()).isEqualTo(code);
  }
}
