package city.tongban.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.tongban.path.Applications;
import city.tongban.path.RunningHub;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * What is wrong gets a clear fault within a second, with its code and place, leaves no case behind
 * and makes the hub call nobody.
 */
class SoapBadInputTest {
  /** Far more than a refusal takes, and far less than an attack that has its effect. */
  private static final Duration REFUSED_WITHIN = Duration.ofSeconds(20);

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MINE = "centre-" + Applications.CENTRE;
  private static final String XML = "text/xml; charset=utf-8";
  private static final String XOP = "http://www.w3.org/2004/08/xop/include";
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final AtomicInteger CALLS = new AtomicInteger();
  private static HttpServer trap;

  private final RunningHub hub = RunningHub.get();
  private final SoapClient soap = new SoapClient();

  /** Whoever resolves, includes or answers by an address in a message comes here. */
  @BeforeAll
  static void trap() throws IOException {
    trap = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    trap.createContext(
        "/",
        call -> {
          CALLS.incrementAndGet();
          call.sendResponseHeaders(204, -1);
          call.close();
        });
    trap.start();
  }

  @AfterAll
  static void noTrap() {
    trap.stop(0);
  }

  @AfterEach
  void nobodyWasCalled() {
    assertThat(CALLS).hasValue(0);
  }

  static Stream<WrongApplications.Wrong> wrongApplications() {
    return WrongApplications.rows();
  }

  @ParameterizedTest
  @MethodSource("wrongApplications")
  void aWrongApplicationHearsBySoapWhatItHearsByRest(WrongApplications.Wrong wrong) {
    long before = cases();

    SoapClient.Answer bySoap = soap.send(MINE, wrong.soap());
    JsonNode byRest = RunningHub.json(hub.post("/api/v1/cases", MINE, wrong.json()));

    refused(bySoap, 500, wrong.code());
    assertThat(bySoap.faultCode()).isEqualTo("Client");
    assertThat(bySoap.get("at")).isEqualTo(wrong.atBySoap());
    assertThat(said(bySoap)).isEqualTo(said(byRest));
    JsonNode kept = hub.read("/api/v1/trail/" + bySoap.get("trail"), MINE);
    assertThat(kept.at("/problem/code").asText()).isEqualTo(wrong.code());
    assertThat(kept.at("/problem/at").asText()).isEqualTo(wrong.atBySoap());
    assertThat(cases()).isEqualTo(before);
  }

  /**
   * One attack.
   *
   * @param headers more of them, name by name and value by value
   */
  private record Attack(
      String name, byte[] body, String type, int status, String code, String... headers) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Attack> broken() {
    return Stream.of(
        xml("nothing at all", "", "HUB-1002"),
        xml("no XML", "hello", "HUB-1002"),
        xml("JSON", "{\"messageId\":\"x\"}", "HUB-1002"),
        xml("half an envelope", good().substring(0, 300), "HUB-1002"),
        xml("an envelope that never ends", good().replace("</s:Envelope>", ""), "HUB-1002"),
        xml("two documents", good() + good(), "HUB-1002"),
        xml("something after the end", good() + "x", "HUB-1002"),
        xml("a DOCTYPE", "<!DOCTYPE a>" + good(), "HUB-1002"),
        xml(
            "a file as an entity",
            "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" + address("&x;"),
            "HUB-1002"),
        xml(
            "an address as an entity",
            "<!DOCTYPE a [<!ENTITY x SYSTEM '%s'>]>".formatted(elsewhere()) + address("&x;"),
            "HUB-1002"),
        xml(
            "a parameter entity",
            "<!DOCTYPE a [<!ENTITY %% x SYSTEM '%s'> %%x;]>".formatted(elsewhere()) + good(),
            "HUB-1002"),
        xml("a DTD elsewhere", "<!DOCTYPE a SYSTEM '" + elsewhere() + "'>" + good(), "HUB-1002"),
        xml("a billion laughs", laughs() + address("&l9;"), "HUB-1002"),
        xml(
            "a quadratic blow-up",
            "<!DOCTYPE a [<!ENTITY x '"
                + "x".repeat(50_000)
                + "'>]>"
                + address("&x;".repeat(50_000)),
            "HUB-1002"),
        xml("an entity that nobody declared", address("&x;"), "HUB-1002"),
        xml("a stylesheet", "<?xml-stylesheet href='" + elsewhere() + "'?>" + good(), "HUB-1002"),
        xml("an instruction in a field", address("a<?php x?>b"), "HUB-1002"),
        xml("XML 1.1", "<?xml version='1.1'?>" + good(), "HUB-1002"),
        xml("a NUL", address("a\0b"), "HUB-1002"),
        xml("a NUL by number", address("a&#0;b"), "HUB-1002"),
        xml("half a surrogate by number", address("a&#xD800;b"), "HUB-1002"),
        xml("no character by number", address("a&#xFFFF;b"), "HUB-1002"),
        xml("a field twice", good().replace("<item>", "<item>RS9010</item><item>"), "HUB-1002"),
        xml(
            "a form's field twice",
            good().replace("</form>", "<field name=\"address\">b</field></form>"),
            "HUB-1002"),
        xml("text beside elements", good().replace("<applicant>", "<applicant>x"), "HUB-1002"),
        xml("text in the envelope", good().replace("<s:Body>", "x<s:Body>"), "HUB-1002"),
        xml("200 levels", address(nested(200)), "HUB-1010"),
        xml("50,000 levels", address(nested(50_000)), "HUB-1010"),
        xml("200 levels of headers", SoapClient.envelope(nested(200), operation()), "HUB-1010"),
        xml(
            "25,000 materials",
            good().replace("<materials>", "<materials>" + "<material/>".repeat(25_000)),
            "HUB-1010"),
        xml("101 attributes", attributes(101), "HUB-1010"),
        xml("50,000 attributes", attributes(50_000), "HUB-1010"),
        xml(
            "101 namespaces",
            good().replace("<item>", "<item" + numbered(" xmlns:n%d='urn:n'", 101) + ">"),
            "HUB-1010"),
        xml(
            "an attribute of 9 KB",
            good().replace("<item>", "<item a='" + "x".repeat(9 * 1024) + "'>"),
            "HUB-1010"),
        xml(
            "a field's name of 9 KB",
            good().replace("</form>", "<field name='" + "x".repeat(9 * 1024) + "'/></form>"),
            "HUB-1010"));
  }

  static Stream<Attack> noSoap() {
    return Stream.of(
        xml("no envelope", operation(), "HUB-1041"),
        xml(
            "SOAP 1.2",
            good().replace("schemas.xmlsoap.org/soap", "www.w3.org/2003/05/soap"),
            "HUB-1041"),
        xml("no namespace", good().replace("xmlns:s=\"http://s", "xmlns:s=\"urn:s"), "HUB-1041"),
        xml("no body", SoapClient.envelope("").replaceAll("<s:Body>.*</s:Body>", ""), "HUB-1042"),
        xml("an empty body", SoapClient.envelope(""), "HUB-1042"),
        xml("two operations", SoapClient.envelope(operation() + operation()), "HUB-1042"),
        xml("two bodies", good().replace("</s:Body>", "</s:Body><s:Body/>"), "HUB-1042"),
        xml(
            "a header after the body",
            good().replace("</s:Body>", "</s:Body><s:Header/>"),
            "HUB-1042"),
        xml("an unknown operation", good().replace("submitCase", "deleteCase"), "HUB-1042"),
        xml("an answer", good().replace("submitCase", "submitCaseResponse"), "HUB-1042"),
        xml("another namespace", good().replace("intake:1", "intake:2"), "HUB-1042"),
        xml(
            "no namespace in the body",
            good().replace(" xmlns=\"urn:tongban:intake:1\"", ""),
            "HUB-1042"),
        xml("a fault", SoapClient.envelope("<s:Fault/>"), "HUB-1042"),
        xml(
            "a header that must be understood",
            header("<x:a xmlns:x='urn:x' s:mustUnderstand='1'/>"),
            "HUB-1044"),
        xml(
            "one in the words of XSD",
            header("<x:a xmlns:x='urn:x' s:mustUnderstand='true'/>"),
            "HUB-1044"),
        xml(
            "one for whoever comes next",
            header(
                "<x:a xmlns:x='urn:x' s:mustUnderstand='1'"
                    + " s:actor='http://schemas.xmlsoap.org/soap/actor/next'/>"),
            "HUB-1044"),
        addressing("ReplyTo", "http://www.w3.org/2005/08/addressing", elsewhere()),
        addressing("FaultTo", "http://www.w3.org/2005/08/addressing", elsewhere()),
        addressing("ReplyTo", "http://schemas.xmlsoap.org/ws/2004/08/addressing", elsewhere()),
        addressing("FaultTo", "http://schemas.xmlsoap.org/ws/2004/08/addressing", elsewhere()),
        addressing(
            "ReplyTo", "http://www.w3.org/2005/08/addressing", "jms:queue:hub.delivery.housing"),
        addressing(
            "ReplyTo",
            "http://www.w3.org/2005/08/addressing",
            "http://www.w3.org/2005/08/addressing/none"));
  }

  static Stream<Attack> words() {
    return Stream.of(
        xml("an attribute", good().replace("<item>", "<item a='b'>"), "HUB-1003"),
        xml(
            "a type of its own",
            good()
                .replace(
                    "<item>",
                    "<item xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:type='i:x'>"),
            "HUB-1003"),
        xml(
            "an attribute on a field",
            good().replace("<field name", "<field id='1' name"),
            "HUB-1003"),
        xml(
            "an element of another namespace",
            good().replace("<item>", "<item xmlns='urn:x'>"),
            "HUB-1003"),
        xml(
            "an inclusion that points somewhere",
            good()
                .replace(
                    "<materials>",
                    "<i:include xmlns:i='http://www.w3.org/2001/XInclude' href='"
                        + elsewhere()
                        + "'/><materials>"),
            "HUB-1003"),
        xml("an attachment by XOP", address("<x:Include xmlns:x='" + XOP + "'/>"), "HUB-1005"),
        xml(
            "an attachment that points somewhere",
            address("<x:Include xmlns:x='" + XOP + "' href='" + elsewhere() + "'/>"),
            "HUB-1003"),
        xml(
            "an attachment that points to a file",
            address("<x:Include xmlns:x='" + XOP + "' href='file:///etc/passwd'/>"),
            "HUB-1003"),
        xml("elements for a text", address("<b>a</b>"), "HUB-1005"),
        xml(
            "a form's field by its own name",
            good().replace("</form>", "<rent>1</rent></form>"),
            "HUB-1005"),
        xml(
            "a field without a name",
            good().replace("</form>", "<field>1</field></form>"),
            "HUB-1005"),
        xml(
            "another element in a list",
            good().replace("<material>", "<paper>").replace("</material>", "</paper>"),
            "HUB-1003"),
        xml(
            "an empty operation",
            SoapClient.envelope("<submitCase xmlns='" + SoapClient.NS + "'/>"),
            "HUB-1004"),
        xml(
            "a question with a field too many",
            ask("readCase", "<caseNumber>310101-20180702-000482</caseNumber><a/>"),
            "HUB-1003"),
        xml("a question without a number", ask("readCase", ""), "HUB-1004"),
        xml(
            "a question about a number that is none",
            ask("readCase", "<caseNumber>x' or 1=1</caseNumber>"),
            "HUB-1001"),
        xml(
            "a question about nobody's case",
            ask("readCase", "<caseNumber>310101-20180702-999999</caseNumber>"),
            "HUB-2001"),
        xml("an inbox before its begin", ask("readInbox", "<after>-1</after>"), "HUB-1005"),
        xml("an inbox beyond its bounds", ask("readInbox", "<limit>501</limit>"), "HUB-1005"),
        xml("an inbox by a word", ask("readInbox", "<limit>all</limit>"), "HUB-1005"),
        xml(
            "a withdrawal of nothing",
            ask("withdrawCase", "<messageId>w</messageId><reason>x</reason>"),
            "HUB-1004"),
        xml(
            "a withdrawal of no number",
            ask(
                "withdrawCase",
                "<caseNumber>7</caseNumber><messageId>w</messageId><reason>x</reason>"),
            "HUB-1001"),
        new Attack(
            "an action that is another's",
            utf8(good()),
            XML,
            500,
            "HUB-1043",
            "SOAPAction",
            "\"urn:tongban:intake:1/readCase\""),
        new Attack(
            "an action that is nobody's",
            utf8(good()),
            XML,
            500,
            "HUB-1043",
            "SOAPAction",
            "urn:x"));
  }

  static Stream<Attack> bytes() {
    byte[] gb = good().getBytes(GB18030);
    return Stream.of(
        type("GB18030 said to be UTF-8", gb, XML, 500, "HUB-1002"),
        type("GB18030 said to be nothing", gb, "text/xml", 500, "HUB-1002"),
        type(
            "UTF-8 said to be GB18030",
            new byte[] {'<', 'a', '>', (byte) 0xFF, (byte) 0xFF},
            "text/xml; charset=GB18030",
            500,
            "HUB-1002"),
        type("half a character", join("<a>", 0xE7, 0x8E), XML, 500, "HUB-1002"),
        type("a character written too long", join("<a>", 0xC0, 0xBC), XML, 500, "HUB-1002"),
        type("a surrogate in UTF-8", join("<a>", 0xED, 0xA0, 0x80), XML, 500, "HUB-1002"),
        type("UTF-16", good().getBytes(UTF_16BE), "text/xml", 500, "HUB-1002"),
        type(
            "UTF-16 that says so",
            good().getBytes(UTF_16BE),
            "text/xml; charset=UTF-16",
            500,
            "HUB-1040"),
        type("Latin", good().getBytes(ISO_8859_1), "text/xml; charset=ISO-8859-1", 500, "HUB-1040"),
        type("UTF-7", utf8(good()), "text/xml; charset=UTF-7", 500, "HUB-1015"),
        type("an unknown charset", utf8(good()), "text/xml; charset=nonsense", 500, "HUB-1015"),
        type(
            "a charset that is no name",
            utf8(good()),
            "text/xml; charset=\"a b;c\"",
            500,
            "HUB-1015"),
        type(
            "an unknown charset declared inside",
            utf8("<?xml version='1.0' encoding='x-none'?>" + good()),
            "text/xml",
            500,
            "HUB-1040"),
        type(
            "two charsets",
            utf8("<?xml version='1.0' encoding='GB18030'?>" + good()),
            XML,
            500,
            "HUB-1040"),
        type(
            "a mark that says otherwise",
            utf8("\uFEFF<?xml version='1.0' encoding='GB18030'?>" + good()),
            "text/xml",
            500,
            "HUB-1040"),
        type("JSON by its type", utf8(good()), "application/json", 500, "HUB-1015"),
        type(
            "SOAP 1.2 by its type",
            utf8(good()),
            "application/soap+xml; charset=utf-8",
            500,
            "HUB-1015"),
        type(
            "a start that is not ours",
            utf8(good()),
            "text/xml; charset=utf-8; start=x",
            500,
            "HUB-1015"),
        type("no type", utf8(good()), null, 500, "HUB-1015"),
        type("a type that is none", utf8(good()), "%%%", 500, "HUB-1015"),
        type("a form", utf8("a=b"), "application/x-www-form-urlencoded", 415, "HUB-1015"),
        type(
            "attachments",
            utf8("--x\r\n\r\n" + good() + "\r\n--x--"),
            "multipart/related; type=\"text/xml\"; boundary=x",
            415,
            "HUB-1015"),
        type(
            "attachments by MTOM",
            utf8("--x\r\n\r\n" + good() + "\r\n--x--"),
            "Multipart/Related; type=\"application/xop+xml\"; start=\"<a>\";"
                + " start-info=\"text/xml\"; boundary=x",
            415,
            "HUB-1015"),
        new Attack(
            "something packed", utf8(good()), XML, 415, "HUB-1015", "Content-Encoding", "gzip"),
        type("2 MB", new byte[2 * 1024 * 1024], XML, 413, "HUB-1009"));
  }

  static Stream<Attack> attacks() {
    return Stream.of(broken(), noSoap(), words(), bytes()).flatMap(rows -> rows);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("attacks")
  void isRefusedWithItsCodeAndLeavesNoCase(Attack attack) {
    long before = cases();
    long began = System.nanoTime();

    SoapClient.Answer answer =
        soap.send(hub.token(MINE), attack.body(), attack.type(), attack.headers());

    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(REFUSED_WITHIN);
    refused(answer, attack.status(), attack.code());
    assertThat(cases()).isEqualTo(before);
  }

  @Test
  void whoseTokenItIsIsAskedFirst() {
    byte[] laughs = utf8(laughs() + address("&l9;"));

    SoapClient.Answer nobody = soap.send(null, laughs, XML);
    SoapClient.Answer garbage = soap.send("garbage", laughs, "application/json");
    SoapClient.Answer department = soap.send(hub.token("housing"), laughs, XML);

    refused(nobody, 401, "HUB-1020");
    refused(garbage, 401, "HUB-1020");
    refused(department, 403, "HUB-1021");
    assertThat(nobody.http().headers().firstValue("WWW-Authenticate")).isPresent();
  }

  @Test
  void somebodyElsesCaseIsNoCaseAndCannotBeTakenBack() {
    String number = hub.receipted(Applications.lease(5200));
    String other = "centre-31010101301";
    String wish =
        "<caseNumber>%s</caseNumber><messageId>w</messageId><reason>x</reason>".formatted(number);

    refused(soap.send(other, ask("withdrawCase", wish)), 500, "HUB-2001");
    SoapClient.Answer read =
        soap.send(other, ask("readCase", "<caseNumber>" + number + "</caseNumber>"));
    refused(read, 500, "HUB-2001");
    assertThat(hub.read("/api/v1/cases/" + number, MINE).path("state").asText())
        .isNotEqualTo("WITHDRAWN");
  }

  @Test
  void noHeaderSteersTheHubAndNoneComesBack() {
    String token = hub.token(MINE);

    SoapClient.Answer answer =
        soap.at("/services/intake?CamelHttpUri=" + elsewhere() + "&CamelHttpResponseCode=299")
            .send(
                token,
                utf8(good()),
                XML,
                "CAmElHttpUri",
                elsewhere(),
                "CamelHttpUri",
                elsewhere(),
                "camelhttpresponsecode",
                "299",
                "CamelBeanMethodName",
                "admit",
                "operationName",
                "readCase",
                "HubPartner",
                "operator",
                "X-Echo",
                "echo");

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.http().headers().map().keySet())
        .noneMatch(
            name -> name.matches("(?i)(camel|hub|x-echo|authorization|bread|operation|soap).*"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<x:a xmlns:x='urn:x'/>",
        "<x:a xmlns:x='urn:x' s:mustUnderstand='0'/>",
        "<x:a xmlns:x='urn:x' s:mustUnderstand='1' s:actor='urn:somebody-else'/>",
        "<w:ReplyTo xmlns:w='http://www.w3.org/2005/08/addressing'>"
            + "<w:Address>http://www.w3.org/2005/08/addressing/anonymous</w:Address></w:ReplyTo>"
      })
  void aHeaderThatNeedNotBeUnderstoodIsPassedOver(String header) {
    assertThat(soap.send(MINE, header(header)).status()).isEqualTo(200);
  }

  @Test
  void whatTheTrailKeepsOfARefusalIsWhatCame() {
    String envelope = good().replace("ZJ9001", "ZJ0000");

    String trail = soap.send(MINE, envelope).get("trail");

    HttpResponse<String> kept = hub.get("/api/v1/trail/" + trail + "/in", "operator");
    assertThat(kept.body()).isEqualTo(envelope);
  }

  @Test
  void refusalsAreCounted() {
    long before = hub.read("/api/v1/sum", "operator").path("refused").asLong();

    soap.send(MINE, "<");
    soap.send(MINE, good().replace("ZJ9001", "ZJ0000"));
    soap.send("housing", good());

    JsonNode sum = hub.read("/api/v1/sum", "operator");
    assertThat(sum.path("refused").asLong()).isEqualTo(before + 3);
  }

  private void refused(SoapClient.Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.code()).as(answer.text()).isEqualTo(code);
    assertThat(answer.http().headers().firstValue("Content-Type"))
        .contains("text/xml;charset=UTF-8");
    assertThat(answer.get("detail")).isNotBlank();
    assertThat(answer.faultCode())
        .isEqualTo(
            switch (code) {
              case "HUB-1041" -> "VersionMismatch";
              case "HUB-1044" -> "MustUnderstand";
              default -> "Client";
            });
    assertThat(answer.text())
        .doesNotContain("Exception", "java.", "org.apache", "city.tongban", "at line 0", "JAXP");
  }

  /** Everything but the places and the id of the row. */
  private static List<String> said(SoapClient.Answer answer) {
    List<String> said = new ArrayList<>();
    said.add(answer.get("code") + answer.get("detail") + answer.get("why") + answer.get("fix"));
    NodeList errors = answer.content().getElementsByTagNameNS(SoapClient.NS, "error");
    for (int i = 0; i < errors.getLength(); i++) {
      Element error = (Element) errors.item(i);
      said.add(
          text(error, "code") + text(error, "detail") + text(error, "why") + text(error, "fix"));
    }
    return said;
  }

  private static List<String> said(JsonNode problem) {
    List<String> said = new ArrayList<>();
    said.add(sentence(problem));
    problem.path("errors").forEach(error -> said.add(sentence(error)));
    return said;
  }

  private static String sentence(JsonNode problem) {
    StringBuilder sentence = new StringBuilder();
    for (String word : List.of("code", "detail", "why", "fix")) {
      sentence.append(problem.path(word).asText(null));
    }
    return sentence.toString();
  }

  private static String text(Element of, String name) {
    NodeList found = of.getElementsByTagNameNS(SoapClient.NS, name);
    return found.getLength() == 0 ? null : found.item(0).getTextContent();
  }

  private long cases() {
    return hub.context()
        .getBean(JdbcClient.class)
        .sql("select count(*) from hub_case")
        .query(Long.class)
        .single();
  }

  private static String elsewhere() {
    return "http://127.0.0.1:" + trap.getAddress().getPort() + "/";
  }

  private static String operation() {
    return SoapClient.operation("submitCase", Applications.lease(5200));
  }

  private static String good() {
    return SoapClient.envelope(operation());
  }

  private static String address(String text) {
    return good().replace("南京东路街道河南中路300弄5号602室", text);
  }

  private static String header(String header) {
    return SoapClient.envelope(header, operation());
  }

  private static String ask(String operation, String fields) {
    return SoapClient.envelope(
        "<%s xmlns=\"%s\">%s</%s>".formatted(operation, SoapClient.NS, fields, operation));
  }

  private static String nested(int levels) {
    return "<b>".repeat(levels) + "</b>".repeat(levels);
  }

  private static String attributes(int count) {
    return good().replace("<item>", "<item" + numbered(" a%d=''", count) + ">");
  }

  private static String numbered(String pattern, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(pattern.formatted(i));
    }
    return text.toString();
  }

  private static String laughs() {
    StringBuilder laughs = new StringBuilder("<!DOCTYPE a [<!ENTITY l0 'ha'>");
    for (int i = 1; i < 10; i++) {
      laughs.append("<!ENTITY l%d '%s'>".formatted(i, ("&l" + (i - 1) + ";").repeat(10)));
    }
    return laughs + "]>";
  }

  private static Attack addressing(String header, String namespace, String to) {
    return xml(
        header + " of " + namespace + " to " + to.replaceAll("[0-9]{4,5}/$", "…"),
        header(
            "<w:%s xmlns:w='%s'><w:Address>%s</w:Address></w:%s>"
                .formatted(header, namespace, to, header)),
        "HUB-1045");
  }

  private static Attack xml(String name, String body, String code) {
    return new Attack(name, utf8(body), XML, 500, code);
  }

  private static Attack type(String name, byte[] body, String type, int status, String code) {
    return new Attack(name, body, type, status, code);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }

  private static byte[] join(String text, int... bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(utf8(text));
    for (int b : bytes) {
      out.write(b);
    }
    return out.toByteArray();
  }
}
