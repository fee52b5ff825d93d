package city.rehearsal.simulator.department.publicsecurity;

import static city.rehearsal.simulator.department.publicsecurity.Applying.between;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import city.rehearsal.client.Certificates;
import city.rehearsal.simulator.Departments;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicSecurityTest {
  private static final String BOOK = "public-security";

  private final Clock wall = Clock.systemUTC();
  private Departments departments;
  private HttpClient hub;

  @BeforeEach
  void open(@TempDir Path folder) throws Exception {
    departments = new Departments(folder, "public-security");
    hub = client(secret("public-security-tls"));
  }

  @AfterEach
  void close() throws Exception {
    departments.close();
  }

  @Test
  void anImmediateDecisionIsAnsweredAndSigned() throws Exception {
    String answer = apply(Applying.loss());

    assertThat(between(answer, "JGDM")).isEqualTo("0000");
    assertThat(between(answer, "BLZT")).isEqualTo("3");
    assertThat(between(answer, "QQBH")).isEqualTo(Applying.CASE + "/1");
    assertThat(between(answer, "YWLSH")).isEqualTo("GA20180702000001");
    assertThat(departments.book(BOOK))
        .singleElement()
        .returns("APPROVED", entry -> entry.path("verdict").asText())
        .returns("王小明", entry -> entry.path("name").asText())
        .returns("0101", entry -> entry.path("item").asText());
  }

  @ParameterizedTest(name = "{0}={1}: {2} {3}")
  @CsvSource({
    "JZZBH, 310104000019, 0000, 居住证不存在",
    "DSRQ, 20180703, 1001, 丢失日期晚于申请日期",
    "GMSFHM, 110105194912310021, 2001, GMSFHM校验不通过",
    "GMSFHM, '', 2001, GMSFHM与其他证件应二选一",
    "XM, 王?明, 2001, XM格式错误",
    "XM, 一二三四五六七八九十一二三四五六七八九十一, 2001, XM超过60字节",
    "ZJLX, 414, 2001, GMSFHM与其他证件应二选一",
    "DSRQ, 20180631, 2001, DSRQ格式错误",
    "XXXX, 1, 2001, XXXX不是接口字段",
    "YWLX, 9999, 2001, YWLX不存在"
  })
  void aRefusalNamesTheFieldOrTheReason(String field, String text, String code, String sentence)
      throws Exception {
    Map<String, String> fields = Applying.loss();
    fields.put(field, text);

    String answer = apply(fields);

    assertThat(between(answer, "JGDM")).isEqualTo(code);
    assertThat(between(answer, "JGMS") + between(answer, "BLYJ")).contains(sentence);
    assertThat(departments.book(BOOK)).hasSize(code.equals("2001") ? 0 : 1);
  }

  @ParameterizedTest
  @CsvSource({
    "JZDZ, 上海市黄浦区1号, 3, ''",
    "JZDZ, 江苏省昆山市1号, 4, 地址不在本市",
    "RZRQ, 20180703, '', 入住日期晚于申请日期"
  })
  void aRegistrationMustBeInsideTheCity(String field, String text, String state, String reason)
      throws Exception {
    Map<String, String> fields = Applying.registration();
    fields.put(field, text);

    String answer = apply(fields);

    assertThat(between(answer, "BLZT")).isEqualTo(state);
    assertThat(answer).contains(reason);
  }

  @Test
  void theSameMessageSentTwiceIsStoredTwice() throws Exception {
    apply(Applying.loss());
    apply(Applying.loss());

    assertThat(departments.book(BOOK)).hasSize(2);
  }

  @Test
  void aCardIsMadeByTheBusinessClockAndANoticeIsSent() throws Exception {
    String taken = apply(Applying.issue());
    assertThat(between(taken, "BLZT")).isEqualTo("1");
    await().until(() -> between(ask(), "BLZT").equals("2"));
    assertThat(departments.hub.notices()).isEmpty();

    String due = departments.control("GET", "/next-due", "").asText();
    departments.clock(due);

    await().until(() -> !departments.hub.notices().isEmpty());
    String notice = departments.hub.notices().get(0);
    assertThat(between(notice, "QQBH")).isEqualTo(Applying.CASE + "/1");
    assertThat(between(notice, "BLZT")).isEqualTo("3");
    assertThat(CardNumber.exists(between(notice, "JZZBH"))).isTrue();
    assertThat(between(ask(), "BLZT")).isEqualTo("3");
  }

  @Test
  void aCardInProductionIsMadeAfterARestart() throws Exception {
    apply(Applying.issue());

    URI door = departments.address(BOOK);
    departments.stop();
    departments.start();
    assertThat(departments.address(BOOK)).as("the hub was told it once").isEqualTo(door);
    departments.clock("2018-07-20T08:30:00+08:00");

    await().until(() -> !departments.hub.notices().isEmpty());
    assertThat(departments.hub.notices().get(0)).contains("<BLZT>3</BLZT>");
  }

  @Test
  void withoutSixMonthsOfInsuranceNoCardIsMade() throws Exception {
    Map<String, String> fields = Applying.issue();
    fields.put("SBYS", "5");
    apply(fields);

    departments.clock("2018-07-20T08:30:00+08:00");

    await().until(() -> !departments.hub.notices().isEmpty());
    assertThat(departments.hub.notices().get(0)).contains("<BLZT>4</BLZT>", "社保缴纳不足六个月");
  }

  @Test
  void aRegistrationYoungerThanHalfAYearIsNotAccepted() throws Exception {
    Map<String, String> fields = Applying.issue();
    fields.put("DJRQ", "20180103");

    assertThat(between(apply(fields), "JGDM")).isEqualTo("1001");
  }

  @Test
  void aCardInProductionCanBeWithdrawn() throws Exception {
    apply(Applying.issue());
    Map<String, String> wish =
        Map.of("QQBH", Applying.CASE + "/2", "YQQBH", Applying.CASE + "/1", "CHYY", "离沪");
    assertThat(between(call("ch", "YWCH", wish), "BLZT")).isEqualTo("5");

    departments.clock("2018-07-20T08:30:00+08:00");
    apply(Applying.loss());

    assertThat(between(ask(), "BLZT")).isEqualTo("5");
    assertThat(departments.hub.notices()).isEmpty();
    assertThat(departments.book(BOOK))
        .extracting(entry -> entry.path("verdict").asText())
        .containsExactly("WITHDRAWN", "WITHDRAWN", "APPROVED");
  }

  @Test
  void anUnknownMessageIsAnsweredWith1404() throws Exception {
    assertThat(between(ask(), "JGDM")).isEqualTo("1404");
  }

  @Test
  void aClientWithoutACertificateOfTheAuthorityCannotConnect() throws Exception {
    String stranger = Certificates.authority("stranger");
    String other =
        Certificates.issued(
            stranger, "public-security-tls", days(Duration.ofDays(-1), Duration.ofDays(1)));

    assertThatThrownBy(() -> post(client(other), "sq", envelope(Applying.loss())))
        .isInstanceOf(IOException.class);
    assertThat(departments.book(BOOK)).isEmpty();
  }

  @Test
  void aMessageWithoutACurrentSignatureOfTheHubIsAFault() throws Exception {
    String document = Applying.document("YWSQ", Applying.loss());
    Instant now = wall.instant();
    String ours = secret(BOOK);
    byte[] signed = Seals.signed(ours, document, now);

    for (byte[] wrong :
        new byte[][] {
          Seals.unsigned(document),
          Seals.signed(secret("public-security-tls"), document, now),
          Seals.signed(ours, document, now.minus(Duration.ofHours(1))),
          Seals.signedElsewhere(ours, document, now),
          new String(signed, StandardCharsets.UTF_8)
              .replace(Applying.CARD, "310104000025")
              .getBytes(StandardCharsets.UTF_8)
        }) {
      HttpResponse<byte[]> answer = post(hub, "sq", wrong);
      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("faultcode");
    }
    assertThat(departments.book(BOOK)).isEmpty();
    assertThat(post(hub, "sq", signed).statusCode()).isEqualTo(200);
  }

  private String apply(Map<String, String> fields) throws Exception {
    return call("sq", "YWSQ", fields);
  }

  private String ask() throws Exception {
    return call("cx", "YWCX", Map.of("YQQBH", Applying.CASE + "/1"));
  }

  private String call(String operation, String kind, Map<String, String> fields) throws Exception {
    byte[] envelope = Seals.signed(secret(BOOK), Applying.document(kind, fields), wall.instant());
    HttpResponse<byte[]> answer = post(hub, operation, envelope);
    assertThat(answer.statusCode()).isEqualTo(200);
    return Seals.opened(secret("public-security-signer"), answer.body());
  }

  private byte[] envelope(Map<String, String> fields) throws IOException {
    return Seals.signed(secret(BOOK), Applying.document("YWSQ", fields), wall.instant());
  }

  private HttpResponse<byte[]> post(HttpClient from, String operation, byte[] envelope)
      throws Exception {
    return from.send(
        HttpRequest.newBuilder(departments.address(BOOK))
            .timeout(Duration.ofSeconds(10))
            .header("Content-Type", "text/xml; charset=UTF-8")
            .header("SOAPAction", "\"urn:gat:rkgl:v1/" + operation + "\"")
            .POST(HttpRequest.BodyPublishers.ofByteArray(envelope))
            .build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  private HttpClient client(String keyAndCertificate) throws Exception {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .sslContext(Seals.line(keyAndCertificate, secret("public-security-authority")))
        .build();
  }

  private Certificates.Days days(Duration from, Duration until) {
    return new Certificates.Days(wall.instant().plus(from), wall.instant().plus(until));
  }

  private String secret(String name) throws IOException {
    return Files.readString(departments.secrets().resolve(name));
  }
}
