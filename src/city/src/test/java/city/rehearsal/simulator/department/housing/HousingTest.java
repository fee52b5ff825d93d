package city.rehearsal.simulator.department.housing;

import static city.rehearsal.simulator.Departments.json;
import static org.assertj.core.api.Assertions.assertThat;

import city.rehearsal.simulator.Departments;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HousingTest {
  private Departments departments;

  @BeforeEach
  void open(@TempDir Path folder) throws Exception {
    departments = new Departments(folder, "housing");
  }

  @AfterEach
  void close() throws Exception {
    departments.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tongban:wrong", "nobody:a%2Bb%25c", "tongban", "tongban:a%2Bb%25c%zz"})
  void aClientWithAWrongSecretGetsNoToken(String client) throws Exception {
    HttpResponse<byte[]> answer = departments.token(client);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(json(answer).path("error").asText()).isEqualTo("invalid_client");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer ", "Bearer 0000", "Basic dG9uZ2Jhbjp4"})
  void aCallWithoutAValidTokenIsRefusedAndNothingIsStored(String authorization) throws Exception {
    var request =
        departments.to("/housing/api/v2/filings").header("Content-Type", "application/json");
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }

    HttpResponse<byte[]> answer =
        departments.send(request.POST(BodyPublishers.ofString(Forms.lease(Forms.CASE).toString())));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(departments.book("housing")).isEmpty();
  }

  @Test
  void aCorrectFilingIsStoredAndItsStateCanBeAsked() throws Exception {
    JsonNode taken = json(departments.file(Forms.lease(Forms.CASE).toString()));

    assertThat(taken.path("slh").asText()).isEqualTo("ZF20180000001");
    assertThat(taken.path("zt").asText()).isEqualTo("YSL");
    assertThat(taken.path("slsj").asText()).startsWith("2018-07-02T08:30:0").endsWith("+08:00");
    assertThat(json(departments.ask(Forms.CASE + "/1")).path("slh").asText())
        .isEqualTo("ZF20180000001");
    JsonNode entry = departments.book("housing").get(0);
    assertThat(entry.path("name").asText()).isEqualTo("王小明");
    assertThat(entry.path("item").asText()).isEqualTo("ZF01");
    assertThat(entry.path("kind").asText()).isEqualTo("APPLY");
  }

  @Test
  void anUnknownDeliveryIdIsAnsweredWith404() throws Exception {
    HttpResponse<byte[]> answer = departments.ask("310101-20180702-999999/1");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(json(answer).path("code").asText()).isEqualTo("WZD");
  }

  @Test
  void theSameDeliverySentTwiceIsTwoFilings() throws Exception {
    departments.file(Forms.lease(Forms.CASE).toString());
    departments.file(Forms.lease(Forms.CASE).toString());

    JsonNode store = departments.book("housing");
    assertThat(store).hasSize(2);
    assertThat(store.get(1).path("serial").asText()).isEqualTo("ZF20180000002");
  }

  static Stream<Named<Consumer<ObjectNode>>> wrongForms() {
    return Stream.of(
        wrong("no case number", form -> form.remove("caseNo")),
        wrong("an unknown field", form -> form.put("xx", 1)),
        wrong("an unknown field inside", form -> sqr(form).put("xb", "1")),
        wrong("an unknown business", form -> form.put("ywlx", "ZF09")),
        wrong("the other business's block too", form -> form.putObject("bz").put("rks", 1)),
        wrong("a check digit that is wrong", form -> sqr(form).put("zjhm", "110105194912310021")),
        wrong("a day that is none", form -> sqr(form).put("zjhm", "110105194902310021")),
        wrong("papers without a code", form -> sqr(form).put("zjlx", "09")),
        wrong("a name of 61 bytes", form -> sqr(form).put("xm", "王".repeat(20) + "x")),
        wrong("a name with a question mark", form -> sqr(form).put("xm", "王?明")),
        wrong("a name with U+FFFD", form -> sqr(form).put("xm", "王\ufffd明")),
        wrong("a name with a false separator", form -> sqr(form).put("xm", "买买提•艾力")),
        wrong("an address of 303 bytes", form -> zl(form).put("dz", "路".repeat(101))),
        wrong("a rent in quotes", form -> zl(form).put("yzj", "5200")),
        wrong("a date with hyphens", form -> zl(form).put("qsrq", "2018-08-01")),
        wrong("a date that is none", form -> zl(form).put("qsrq", "20180230")),
        wrong("null for a text", form -> form.putNull("sldw")),
        wrong("a centre of ten digits", form -> form.put("sldw", "3101010020")));
  }

  private static Named<Consumer<ObjectNode>> wrong(String name, Consumer<ObjectNode> change) {
    return Named.of(name, change);
  }

  private static ObjectNode sqr(ObjectNode form) {
    return (ObjectNode) form.path("sqr");
  }

  private static ObjectNode zl(ObjectNode form) {
    return (ObjectNode) form.path("zl");
  }

  @ParameterizedTest
  @MethodSource("wrongForms")
  void aFormThatBreaksTheContractIsAFormatError(Consumer<ObjectNode> change) throws Exception {
    ObjectNode form = Forms.lease(Forms.CASE);
    change.accept(form);

    HttpResponse<byte[]> answer = departments.file(form.toString());

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).path("code").asText()).isEqualTo("GSCW");
    assertThat(departments.book("housing")).isEmpty();
  }

  @Test
  void otherCharsetsAndDuplicateKeysAreFormatErrors() throws Exception {
    String form = Forms.lease(Forms.CASE).toString();
    for (byte[] body :
        List.of(
            form.getBytes(Departments.GB18030),
            form.replaceFirst("\\{", "{\"caseNo\":\"x\",").getBytes(StandardCharsets.UTF_8),
            (form + "{}").getBytes(StandardCharsets.UTF_8),
            ("[".repeat(5_000)).getBytes(StandardCharsets.UTF_8))) {
      HttpResponse<byte[]> answer =
          departments.send(
              departments.housing("/api/v2/filings").POST(BodyPublishers.ofByteArray(body)));
      assertThat(answer.statusCode()).isEqualTo(400);
    }
    assertThat(departments.book("housing")).isEmpty();
  }

  @Test
  void aNameOutsideTheBasicMultilingualPlaneIsStoredUnchanged() throws Exception {
    ObjectNode form = Forms.lease(Forms.CASE);
    sqr(form).put("xm", "\ud842\udfb7野家·䶮");

    departments.file(form.toString());

    assertThat(departments.book("housing").get(0).path("name").asText())
        .isEqualTo("\ud842\udfb7野家·䶮");
  }

  @Test
  void aLeaseOfMoreThanTwentyYearsIsNotAcceptedButStored() throws Exception {
    ObjectNode form = Forms.lease(Forms.CASE);
    zl(form).put("zzrq", "20380802");

    HttpResponse<byte[]> answer = departments.file(form.toString());

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(json(answer).path("code").asText()).isEqualTo("BSL");
    assertThat(json(answer).path("yy").asText()).isEqualTo("租赁期限超过二十年");
    assertThat(departments.book("housing").get(0).path("verdict").asText())
        .isEqualTo("NOT_ACCEPTED");
    assertThat(json(departments.ask(Forms.CASE + "/1")).path("zt").asText()).isEqualTo("BSL");
  }

  @Test
  void twentyYearsToTheDayAreAccepted() throws Exception {
    ObjectNode form = Forms.lease(Forms.CASE);
    zl(form).put("zzrq", "20380801");

    assertThat(departments.file(form.toString()).statusCode()).isEqualTo(201);
  }

  @Test
  void aHouseholdOfZeroPersonsIsNotAccepted() throws Exception {
    ObjectNode form = Forms.security(Forms.CASE);
    ((ObjectNode) form.path("bz")).put("rks", 0);

    assertThat(departments.file(form.toString()).statusCode()).isEqualTo(422);
  }

  @Test
  void aFilingCanBeWithdrawnBeforeItsDecision() throws Exception {
    String caseNo = Forms.later();
    departments.file(Forms.lease(caseNo).toString());

    HttpResponse<byte[]> answer = departments.withdraw(Forms.withdrawal(caseNo));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(answer).path("zt").asText()).isEqualTo("YCX");
    assertThat(json(departments.ask(caseNo + "/1")).path("zt").asText()).isEqualTo("YCX");
    assertThat(json(departments.ask(caseNo + "/2")).path("zt").asText()).isEqualTo("YCX");
    assertThat(departments.book("housing"))
        .extracting(entry -> entry.path("kind").asText() + " " + entry.path("verdict").asText())
        .containsExactly("APPLY WITHDRAWN", "WITHDRAW WITHDRAWN");
    assertThat(departments.control("GET", "/next-due", "").isNull()).isTrue();
  }

  @Test
  void aWithdrawalOfAnUnknownFilingIsAnsweredWith404() throws Exception {
    assertThat(departments.withdraw(Forms.withdrawal(Forms.CASE)).statusCode()).isEqualTo(404);
    assertThat(departments.book("housing")).isEmpty();
  }
}
