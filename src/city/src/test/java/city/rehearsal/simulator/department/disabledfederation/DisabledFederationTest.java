package city.rehearsal.simulator.department.disabledfederation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.rehearsal.simulator.Departments;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisabledFederationTest {
  private static final String PATH = "/traffic-allowance";
  private static final String APPLICATION = "TBSN-JTBT";

  private Departments departments;
  private Calls calls;

  @BeforeEach
  void open(@TempDir Path folder) throws Exception {
    departments = new Departments(folder, "disabled-federation");
    calls = new Calls(departments);
  }

  @AfterEach
  void close() throws Exception {
    departments.close();
  }

  private String apply(Map<String, String> fields) throws Exception {
    HttpResponse<byte[]> answer = calls.call(PATH, APPLICATION, fields);
    assertThat(answer.statusCode()).isEqualTo(200);
    return new String(answer.body(), UTF_8);
  }

  private static String code(String answer) {
    return Calls.between(answer, "FHM");
  }

  @Test
  void anApplicationIsDecidedWhileItsSenderWaits() throws Exception {
    String answer = apply(Calls.application());

    assertThat(code(answer)).isEqualTo("0000");
    assertThat(Calls.between(answer, "LSH")).isEqualTo(Calls.CASE + "/1");
    assertThat(Calls.between(answer, "SLBH")).isEqualTo("CL20180000001");
    assertThat(Calls.between(answer, "SPJG")).isEqualTo("TG");
    assertThat(Calls.between(answer, "SPSJ")).matches("2018-07-02 08:30:\\d\\d");
    assertThat(departments.book("disabled-federation").get(0).path("name").asText())
        .isEqualTo("王䶮𠮷");
  }

  @Test
  void theSameNumberSentTwiceIsTwoApplications() throws Exception {
    apply(Calls.application());
    apply(Calls.application());

    assertThat(departments.book("disabled-federation")).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "11010519491231002X13,0000,TG",
    "11010519491231002X14,0000,BTG",
    "11010519491231002X81,1001,''",
    "11010519491231002X15,1001,''"
  })
  void theDisabilityCardDecides(String card, String code, String decision) throws Exception {
    Map<String, String> fields = Calls.application();
    fields.put("CJZH", card);

    String answer = apply(fields);

    assertThat(code(answer)).isEqualTo(code);
    if (!decision.isEmpty()) {
      assertThat(Calls.between(answer, "SPJG")).isEqualTo(decision);
    }
  }

  @Test
  void eachInterfaceHasItsOwnFieldsAndRules() throws Exception {
    Map<String, String> living = Calls.application();
    living.remove("YHKH");
    living.put("JTRS", "2");
    living.put("YSR", "4280.02");
    Map<String, String> care = Calls.application();
    care.remove("YHKH");
    care.put("HLFS", "居家护理");

    assertThat(text(calls.call("/living-allowance", "TBSN-SHBT", living)))
        .contains("<SPJG>BTG</SPJG>", "家庭人均收入超过标准");
    living.put("YSR", "4280");
    assertThat(text(calls.call("/living-allowance", "TBSN-SHBT", living)))
        .contains("<SPJG>TG</SPJG>");
    assertThat(text(calls.call("/care-allowance", "TBSN-HLBT", care))).contains("<SPJG>TG</SPJG>");
    care.put("CJZH", "11010519491231002X13");
    assertThat(text(calls.call("/care-allowance", "TBSN-HLBT", care))).contains("不属于重度残疾");
  }

  @Test
  void theOlderSystemLabelsItsGb18030AnswerUtf8() throws Exception {
    HttpResponse<byte[]> answer = calls.call("/information-card", "TBSN-XXTC", Calls.tariff(5));

    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).containsIgnoringCase("charset=UTF-8"));
    assertThat(new String(answer.body(), Departments.GB18030))
        .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
        .contains("<FHXX>非听力、言语残疾</FHXX>");
    assertThatThrownBy(() -> UTF_8.newDecoder().decode(ByteBuffer.wrap(answer.body())))
        .isInstanceOf(CharacterCodingException.class);
  }

  @Test
  void aWithdrawalIsAlwaysTooLate() throws Exception {
    apply(Calls.application());
    Map<String, String> wish =
        Map.of("LSH", Calls.CASE + "/2", "BJBH", Calls.CASE, "CXYY", "本人放弃申请");
    Map<String, String> other = Map.of("LSH", "x", "BJBH", "x", "CXYY", "x");

    assertThat(code(text(calls.call("/withdrawal", "TBSN-CXSQ", wish)))).isEqualTo("1009");
    assertThat(code(text(calls.call("/withdrawal", "TBSN-CXSQ", other)))).isEqualTo("1404");

    assertThat(departments.book("disabled-federation").get(1).path("verdict").asText())
        .isEqualTo("TOO_LATE");
  }

  @ParameterizedTest(name = "{0}={1}")
  @CsvSource({
    "YHKH,''",
    "XM,''",
    "XM,王?明",
    "XM,一二三四五六七八九十一二三四五六七八九十一",
    "ZJHM,110105194912310021",
    "ZJLX,9",
    "CJZH,123",
    "SLDW,黄浦",
    "XXX,1",
    "LXDH,电话"
  })
  void aWrongFieldIsAFormatError(String field, String text) throws Exception {
    Map<String, String> fields = Calls.application();
    fields.put(field, text);

    String answer = apply(fields);

    assertThat(code(answer)).isEqualTo("1002");
    assertThat(Calls.between(answer, "FHXX")).startsWith(field);
    assertThat(departments.book("disabled-federation")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "other=x",
        "data=%3CREQUEST%2F%3E&more=1",
        "data=%3CREQUEST",
        "data=%FF%FE",
        "data=%3C%21DOCTYPE+a%3E%3CREQUEST%2F%3E"
      })
  void aMalformedFormIsAFormatError(String form) throws Exception {
    HttpResponse<byte[]> answer =
        calls.send(PATH, Calls.Shown.now(APPLICATION), form, calls.secret(APPLICATION));

    assertThat(code(text(answer))).isEqualTo("1002");
  }

  @ParameterizedTest
  @CsvSource({"07:59:59,9001", "08:00:00,0000", "17:59:30,0000", "18:00:00,9001"})
  void callsAreAcceptedFromEightToSix(String time, String code) throws Exception {
    departments.clock("2018-07-07T" + time + "+08:00");

    assertThat(code(apply(Calls.application()))).isEqualTo(code);
  }

  @Test
  void aWrongSignatureIsRefused() throws Exception {
    String form = Calls.form(Calls.application());
    Calls.Shown shown = Calls.Shown.now(APPLICATION);
    String signature = Calls.signature(shown, form, calls.secret(APPLICATION));

    refused(departments.send(calls.request(PATH, shown, form + "x", signature)), "签名错误");
    refused(calls.send(PATH, shown, form, calls.secret("TBSN-SHBT")), "签名错误");
    refused(departments.send(calls.request(PATH, shown, form, "")), "签名错误");
  }

  @Test
  void anApplicationIdIsValidForItsOwnInterfaceOnly() throws Exception {
    refused(calls.call("/living-allowance", APPLICATION, Calls.application()), "应用标识不属于本接口");
    refused(
        calls.send(PATH, Calls.Shown.now("nobody"), Calls.form(Calls.application()), "x"),
        "应用标识不属于本接口");
  }

  @ParameterizedTest
  @CsvSource({"-299,200", "299,200", "-301,401", "301,401"})
  void aTimestampMoreThanFiveMinutesOffIsRefused(int seconds, int status) throws Exception {
    String time = String.valueOf(Instant.now().plus(Duration.ofSeconds(seconds)).toEpochMilli());
    Calls.Shown shown = new Calls.Shown(APPLICATION, time, "n-1");

    HttpResponse<byte[]> answer =
        calls.send(PATH, shown, Calls.form(Calls.application()), calls.secret(APPLICATION));

    assertThat(answer.statusCode()).isEqualTo(status);
  }

  @Test
  void aNonceIsAcceptedOnce() throws Exception {
    Calls.Shown shown = Calls.Shown.now(APPLICATION);
    String form = Calls.form(Calls.application());

    assertThat(calls.send(PATH, shown, form, calls.secret(APPLICATION)).statusCode())
        .isEqualTo(200);
    refused(calls.send(PATH, shown, form, calls.secret(APPLICATION)), "随机数重复");
    assertThat(departments.book("disabled-federation")).hasSize(1);
  }

  @Test
  void eachFaultCorruptsTheAnswerInItsOwnWay() throws Exception {
    departments.fault("disabled-federation", "garbled", ",\"count\":1");
    assertThat(apply(Calls.application())).doesNotEndWith(">");
    departments.fault("disabled-federation", "doctype", ",\"count\":1");
    assertThat(apply(Calls.application())).contains("<!DOCTYPE");
    departments.fault("disabled-federation", "misencoded", ",\"count\":2");
    for (int i = 0; i < 2; i++) {
      byte[] body = calls.call(PATH, APPLICATION, Calls.application()).body();
      for (Charset charset : List.of(UTF_8, Departments.GB18030)) {
        assertThatThrownBy(() -> charset.newDecoder().decode(ByteBuffer.wrap(body)))
            .as("fault %d in %s", i, charset)
            .isInstanceOf(CharacterCodingException.class);
      }
    }
    departments.fault("disabled-federation", "wrong-credential", ",\"count\":1");
    refused(calls.call(PATH, APPLICATION, Calls.application()), "签名错误");
  }

  private void refused(HttpResponse<byte[]> answer, String why) {
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(text(answer)).contains("<FHM>4001</FHM>", why);
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), UTF_8);
  }
}
