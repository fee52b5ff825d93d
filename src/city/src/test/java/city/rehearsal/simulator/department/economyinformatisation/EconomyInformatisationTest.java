package city.rehearsal.simulator.department.economyinformatisation;

import static org.assertj.core.api.Assertions.assertThat;

import city.rehearsal.simulator.Departments;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EconomyInformatisationTest {
  private static final String NUMBER = Messages.CASE + "/1";

  private Departments departments;
  private Messages messages;

  @BeforeEach
  void open(@TempDir Path folder) throws Exception {
    departments = new Departments(folder, "economy-informatisation");
    messages = new Messages(departments);
  }

  @AfterEach
  void close() throws Exception {
    departments.close();
  }

  @Test
  void anApplicationIsDecidedWhileItsSenderWaitsAndTheAnswerIsSigned() throws Exception {
    HttpResponse<byte[]> answer = messages.apply(messages.application(NUMBER));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(messages.signed(answer)).isTrue();
    JsonNode said = Departments.json(answer);
    assertThat(said.path("code").asText()).isEqualTo("0");
    assertThat(said.path("jg").asText()).isEqualTo("TG");
    assertThat(said.path("slh").asText()).isEqualTo("JX20180000001");
    assertThat(said.path("bjsj").asText()).startsWith("2018-07-02T08:30:");
    assertThat(departments.book("economy-informatisation"))
        .singleElement()
        .returns("王䶮𠮷", entry -> entry.path("name").asText())
        .returns("11010519491231002X", entry -> entry.path("idNumber").asText());
  }

  @Test
  void aRepeatedNumberGetsTheSameAnswer() throws Exception {
    byte[] first = messages.apply(messages.application(NUMBER)).body();
    departments.clock("2018-07-03T09:00:00+08:00");
    byte[] again = messages.apply(messages.application(NUMBER)).body();

    assertThat(again).isEqualTo(first);
    assertThat(departments.book("economy-informatisation")).hasSize(1);
  }

  @Test
  void aRepeatedNumberWithOtherContentIsRefused() throws Exception {
    messages.apply(messages.application(NUMBER));
    ObjectNode other = messages.application(NUMBER);
    ((ObjectNode) other.path("sqr")).put("xm", messages.seal("李四", NUMBER + "/xm"));

    assertThat(code(messages.apply(other))).isEqualTo("G001");
    assertThat(departments.book("economy-informatisation")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"zphz,920000000417,B001,''", "kkyh,村镇银行,0,BTG", "kkyh,邮储银行,0,TG"})
  void theContentDecides(String field, String text, String code, String decision) throws Exception {
    ObjectNode body = messages.application(NUMBER);
    ((ObjectNode) body.path("nr")).put(field, text);

    JsonNode said = Departments.json(messages.apply(body));

    assertThat(said.path("code").asText()).isEqualTo(code);
    assertThat(said.path("jg").asText()).isEqualTo(decision);
  }

  @Test
  void eachItemHasItsOwnFieldsAndRules() throws Exception {
    ObjectNode account = messages.application(NUMBER);
    account.put("sxdm", "SMRZ").putObject("nr").put("zh", "citizen1").put("jb", "3");
    ObjectNode matter = messages.application(Messages.CASE + "/2");
    matter.put("sxdm", "HC03").putObject("nr").put("sx", "企业信息咨询");

    assertThat(Departments.json(messages.apply(account)).path("yy").asText())
        .isEqualTo("三级认证须绑定邮箱账号");
    assertThat(Departments.json(messages.apply(matter)).path("jg").asText()).isEqualTo("TG");
  }

  @Test
  void aFieldThatWasEncryptedForAnotherPlaceIsRefused() throws Exception {
    ObjectNode moved = messages.application(NUMBER);
    ((ObjectNode) moved.path("sqr")).put("xm", messages.seal("李四", Messages.CASE + "/9/xm"));
    ObjectNode open = messages.application(NUMBER);
    ((ObjectNode) open.path("sqr")).put("zjhm", "11010519491231002X");
    ObjectNode broken = messages.application(NUMBER);
    ((ObjectNode) broken.path("sqr")).put("xm", "{SM4}AAAA");

    assertThat(why(messages.apply(moved))).isEqualTo("xm: 密文无法解开");
    assertThat(why(messages.apply(open))).isEqualTo("zjhm: 应为SM4密文");
    assertThat(why(messages.apply(broken))).isEqualTo("xm: 密文无法解开");
    assertThat(departments.book("economy-informatisation")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"sxdm\":\"XX\"}",
        "{\"sldw\":\"黄浦\"}",
        "{\"sqsj\":\"2018-07-02\"}",
        "{\"nr\":{\"zphz\":\"12\",\"kkyh\":\"x\"}}",
        "{\"nr\":{\"zphz\":\"120000000417\",\"kkyh\":\"x\",\"more\":\"1\"}}",
        "{\"more\":\"1\"}"
      })
  void aFormThatBreaksTheContractIsAFormatError(String wrong) throws Exception {
    ObjectNode body = messages.application(NUMBER);
    body.setAll((ObjectNode) Departments.JSON.readTree(wrong));

    assertThat(code(messages.apply(body))).isEqualTo("G001");
  }

  @Test
  void aWithdrawalIsAlwaysTooLate() throws Exception {
    messages.apply(messages.application(NUMBER));
    String wish =
        "{\"lsh\":\"%s/2\",\"bjbh\":\"%s\",\"ylsh\":\"%s\",\"yy\":\"放弃\"}"
            .formatted(Messages.CASE, Messages.CASE, NUMBER);

    assertThat(code(messages.call("/api/v1/withdrawals", wish))).isEqualTo("C009");
    assertThat(code(messages.call("/api/v1/withdrawals", wish))).isEqualTo("C009");
    assertThat(code(messages.call("/api/v1/withdrawals", wish.replace("/1\"", "/7\""))))
        .isEqualTo("C404");

    assertThat(departments.book("economy-informatisation")).hasSize(2);
  }

  @Test
  void aMessageWithoutAValidSignatureIsRefusedByASignedAnswer() throws Exception {
    String body = messages.application(NUMBER).toString();
    String now = String.valueOf(Instant.now().toEpochMilli());
    String old = String.valueOf(Instant.now().minusSeconds(301).toEpochMilli());
    String path = "/api/v1/applications";

    HttpResponse<byte[]> changed = messages.send(path, now, messages.sign(now, body), body + " ");
    HttpResponse<byte[]> late = messages.send(path, old, messages.sign(old, body), body);
    HttpResponse<byte[]> nothing = messages.send(path, now, "no signature", body);

    for (HttpResponse<byte[]> answer : List.of(changed, late, nothing)) {
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(messages.signed(answer)).isTrue();
    }
    assertThat(departments.book("economy-informatisation")).isEmpty();
  }

  @Test
  void aCorruptedAnswerIsSignedAndTheWrongSignatureFaultIsNot() throws Exception {
    for (String fault : new String[] {"garbled", "misencoded", "doctype"}) {
      departments.fault("economy-informatisation", fault, ",\"count\":1");
      HttpResponse<byte[]> answer = messages.apply(messages.application(NUMBER));
      assertThat(messages.signed(answer)).as(fault).isTrue();
    }
    departments.fault("economy-informatisation", "wrong-signature", ",\"count\":1");

    HttpResponse<byte[]> answer = messages.apply(messages.application(NUMBER));

    assertThat(code(answer)).isEqualTo("0");
    assertThat(messages.signed(answer)).isFalse();
  }

  private static String code(HttpResponse<byte[]> answer) throws Exception {
    return Departments.json(answer).path("code").asText();
  }

  private static String why(HttpResponse<byte[]> answer) throws Exception {
    return Departments.json(answer).path("msg").asText();
  }
}
