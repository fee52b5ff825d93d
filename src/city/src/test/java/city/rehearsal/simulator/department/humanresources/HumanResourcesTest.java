package city.rehearsal.simulator.department.humanresources;

import static org.assertj.core.api.Assertions.assertThat;

import city.rehearsal.simulator.Departments;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HumanResourcesTest {
  private Departments departments;

  @BeforeEach
  void open(@TempDir Path folder) throws Exception {
    departments = new Departments(folder, "human-resources");
  }

  @AfterEach
  void close() throws Exception {
    departments.close();
  }

  private String execute(String root) throws Exception {
    HttpResponse<byte[]> answer = departments.execute(root);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).containsIgnoringCase("charset=GB18030"));
    return new String(answer.body(), Departments.GB18030);
  }

  private static String code(String answer) {
    return Roots.between(answer, "BUSCODE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"RS0110", "RS0112", "RS0113"})
  void anApplicationIsDecidedWhileItsSenderWaits(String transcode) throws Exception {
    String answer = execute(Roots.application(transcode));

    assertThat(code(answer)).isEqualTo("000000");
    assertThat(Roots.between(answer, "BUSMSG")).isEqualTo("成功");
    assertThat(Roots.between(answer, "MSGID")).isEqualTo(Roots.CASE + "/1");
    assertThat(Roots.between(answer, "BLJG")).isEqualTo("1");
    assertThat(Roots.between(answer, "SBLSH")).isEqualTo("RS20180702000001");
    assertThat(Roots.between(answer, "BLSJ")).matches("201807020830\\d\\d");
    assertThat(departments.book("human-resources").get(0).path("verdict").asText())
        .isEqualTo("APPROVED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud842\udfb7野家", "䶮", "买买提·艾力"})
  void aRareNameIsStoredUnchanged(String name) throws Exception {
    Map<String, String> body = Roots.body("RS0110");
    body.put("AAC003", name);

    assertThat(code(execute(Roots.root("RS0110", Roots.CASE + "/1", body)))).isEqualTo("000000");

    assertThat(departments.book("human-resources").get(0).path("name").asText()).isEqualTo(name);
  }

  @Test
  void theSameMessageSentTwiceIsStoredTwice() throws Exception {
    execute(Roots.application("RS0113"));
    execute(Roots.application("RS0113"));

    assertThat(departments.book("human-resources")).hasSize(2);
  }

  @Test
  void lessThanTwelveMonthsAreRejected() throws Exception {
    Map<String, String> body = Roots.body("RS0112");
    body.put("AAE201", "11");

    String answer = execute(Roots.root("RS0112", Roots.CASE + "/1", body));

    assertThat(code(answer)).isEqualTo("000000");
    assertThat(Roots.between(answer, "BLJG")).isEqualTo("2");
    assertThat(Roots.between(answer, "BLYJ")).isEqualTo("缴费不满十二个月");
  }

  @Test
  void aPersonUnderSixteenOnThatDayIsNotAccepted() throws Exception {
    Map<String, String> body = Roots.body("RS0110");
    body.put("AAC002", "110105200207030012");
    body.put("SQSJ", "20180702235959");
    assertThat(code(execute(Roots.root("RS0110", Roots.CASE + "/1", body)))).isEqualTo("100001");

    body.put("SQSJ", "20180703000000");
    assertThat(code(execute(Roots.root("RS0110", Roots.CASE + "/2", body)))).isEqualTo("000000");

    assertThat(departments.book("human-resources"))
        .extracting(entry -> entry.path("verdict").asText())
        .containsExactly("NOT_ACCEPTED", "APPROVED");
    assertThat(Roots.between(execute(Roots.ask(Roots.CASE + "/1")), "BUSMSG")).isEqualTo("未满十六周岁");
  }

  @Test
  void aStoredMessageCanBeInquiredAndAnotherIsUnknown() throws Exception {
    execute(Roots.application("RS0110"));

    String known = execute(Roots.ask(Roots.CASE + "/1"));
    String unknown = execute(Roots.ask(Roots.CASE + "/9"));

    assertThat(Roots.between(known, "SBLSH")).isEqualTo("RS20180702000001");
    assertThat(Roots.between(known, "MSGID")).isEqualTo("ask-1");
    assertThat(code(unknown)).isEqualTo("000404");
  }

  @Test
  void aWithdrawalIsAlwaysTooLate() throws Exception {
    execute(Roots.application("RS0110"));
    Map<String, String> wish = Map.of("YMSGID", Roots.CASE + "/1", "CXYY", "找到工作");

    assertThat(code(execute(Roots.root("C001", Roots.CASE + "/2", wish)))).isEqualTo("100009");
    assertThat(code(execute(Roots.ask(Roots.CASE + "/2")))).isEqualTo("100009");

    assertThat(departments.book("human-resources").get(1).path("verdict").asText())
        .isEqualTo("TOO_LATE");
  }

  @ParameterizedTest(name = "{0}={1}")
  @CsvSource({
    "ACA111,''",
    "AAC003,''",
    "AAC003,王?明",
    "AAC003,一二三四五六七八九十一二三四五六七八九十一二三四五六",
    "AAC002,110105194912310021",
    "AAC058,05",
    "SQSJ,20180702",
    "SQSJ,20180230083000",
    "SLJG,黄浦",
    "XXX001,1",
    "AAE005,电话"
  })
  void aWrongFieldIsAFormatError(String field, String text) throws Exception {
    Map<String, String> body = Roots.body("RS0113");
    body.put(field, text);

    String answer = execute(Roots.root("RS0113", Roots.CASE + "/1", body));

    assertThat(code(answer)).isEqualTo("100002");
    assertThat(Roots.between(answer, "BUSMSG")).startsWith(field);
    assertThat(departments.book("human-resources")).isEmpty();
  }

  @Test
  void widthsAreBytesOfGb18030AndNotCharacters() throws Exception {
    Map<String, String> body = Roots.body("RS0113");
    body.put("AAC003", "\ud842\udfb7".repeat(12) + "王"); // 12 x 4 + 2 = 50
    assertThat(code(execute(Roots.root("RS0113", Roots.CASE + "/1", body)))).isEqualTo("000000");

    body.put("AAC003", "\ud842\udfb7".repeat(13)); // 52
    assertThat(code(execute(Roots.root("RS0113", Roots.CASE + "/2", body)))).isEqualTo("100002");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<ROOT>",
        "<!DOCTYPE ROOT [<!ENTITY x 'y'>]><ROOT/>",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><ROOT><HEAD/><BODY/></ROOT>",
        "<ROOT><HEAD><TRANSCODE>RS0110</TRANSCODE></HEAD><BODY/></ROOT>"
      })
  void aMalformedDocumentIsAFormatError(String root) throws Exception {
    assertThat(code(execute(root))).isEqualTo("100002");
  }

  @ParameterizedTest
  @CsvSource({"06:59:59,900001", "07:00:00,000000", "20:59:30,000000", "21:00:00,900001"})
  void messagesAreAcceptedFromSevenToTwentyOne(String time, String busCode) throws Exception {
    departments.clock("2018-07-07T" + time + "+08:00");

    assertThat(code(execute(Roots.application("RS0110")))).isEqualTo(busCode);

    assertThat(departments.book("human-resources")).hasSize(busCode.equals("000000") ? 1 : 0);
  }

  private String fault(HttpResponse<byte[]> answer) {
    assertThat(answer.statusCode()).isEqualTo(500);
    String text = new String(answer.body(), Departments.GB18030);
    assertThat(Roots.between(text, "faultcode")).isEqualTo("soap:Client");
    return Roots.between(text, "faultstring");
  }

  @Test
  void aWrongTokenIsAFault() throws Exception {
    String envelope = Departments.envelope("other", Roots.application("RS0110"));

    assertThat(fault(departments.send(departments.soap(envelope.getBytes(Departments.GB18030)))))
        .isEqualTo("AUTH");
    assertThat(departments.book("human-resources")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16"})
  void bytesInAnotherCharsetAreAFault(String charset) throws Exception {
    Map<String, String> body = Roots.body("RS0110");
    body.put("AAC003", "王小二明"); // an odd number of bytes before the bracket cannot be GB18030
    body.put("AAC161", "厂");
    String envelope =
        Departments.envelope("user-token", Roots.root("RS0110", Roots.CASE + "/1", body));

    assertThat(
            fault(departments.send(departments.soap(envelope.getBytes(Charset.forName(charset))))))
        .startsWith("CHARSET");
    assertThat(departments.book("human-resources")).isEmpty();
  }

  @Test
  void anotherContentTypeAndAnotherActionAreFaults() throws Exception {
    byte[] envelope =
        Departments.envelope("user-token", Roots.application("RS0110"))
            .getBytes(Departments.GB18030);
    var utf8 =
        departments
            .to("/human-resources")
            .header("Content-Type", "text/xml; charset=UTF-8")
            .header("SOAPAction", "\"urn:shrs:exchange:v1/execute\"")
            .POST(BodyPublishers.ofByteArray(envelope));
    var other = departments.soap(envelope).setHeader("SOAPAction", "\"urn:other\"");

    assertThat(fault(departments.send(utf8))).startsWith("CHARSET");
    assertThat(fault(departments.send(other))).startsWith("ACTION");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<a/>", "not xml", "<!DOCTYPE a><a/>"})
  void aMessageThatIsNotAnEnvelopeIsAFault(String body) throws Exception {
    HttpResponse<byte[]> answer =
        departments.send(departments.soap(body.getBytes(StandardCharsets.US_ASCII)));

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(new String(answer.body(), Departments.GB18030)).contains("soap:Fault");
  }
}
