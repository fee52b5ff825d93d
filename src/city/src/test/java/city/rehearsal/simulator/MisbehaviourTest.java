package city.rehearsal.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.StringReader;
import java.net.SocketException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Each fault of HTTP calls, as the caller sees it. */
class MisbehaviourTest {
  private static final String FORM =
      """
      {"deliveryId":"310101-20180702-000001/1","caseNo":"310101-20180702-000001","ywlx":"BZ01",
       "sqr":{"xm":"王小明","zjlx":"01","zjhm":"11010519491231002X"},"sqrq":"20180702","sldw":"31010100201",
       "bz":{"rks":3,"nsr":60000,"jzmj":30},"cl":[]}\
      """;
  private static final String ROOT =
      """
      <ROOT><HEAD><TRANSCODE>RS0113</TRANSCODE><MSGID>310101-20180702-000001/1</MSGID>\
      <SENDTIME>20180702083001</SENDTIME></HEAD><BODY><CASENO>310101-20180702-000001</CASENO>\
      <AAC003>王小明</AAC003><AAC058>01</AAC058><AAC002>11010519491231002X</AAC002>\
      <SLJG>31010100201</SLJG><SQSJ>20180702083000</SQSJ><ACA111>驾驶员</ACA111></BODY></ROOT>\
      """;

  private Departments departments;

  @BeforeEach
  void open(@TempDir Path folder) throws Exception {
    departments = new Departments(folder, "housing", "human-resources");
  }

  @AfterEach
  void close() throws Exception {
    departments.close();
  }

  private HttpRequest.Builder call(String backEnd) throws Exception {
    return backEnd.equals("housing")
        ? departments.housing("/api/v2/filings").POST(BodyPublishers.ofString(FORM))
        : departments.soap(Departments.envelope("user-token", ROOT).getBytes(Departments.GB18030));
  }

  private HttpResponse<byte[]> withFault(String backEnd, String fault) throws Exception {
    departments.fault(backEnd, fault, ",\"count\":1");
    return departments.send(call(backEnd));
  }

  private int stored(String backEnd) throws Exception {
    return departments.book(backEnd).size();
  }

  private static Charset charset(String backEnd) {
    return backEnd.equals("housing") ? StandardCharsets.UTF_8 : Departments.GB18030;
  }

  @ParameterizedTest
  @ValueSource(strings = {"housing", "human-resources"})
  void aResetDropsTheConnectionBeforeTheMessageIsStored(String backEnd) throws Exception {
    departments.housing("/"); // fetches the token, which uses up no counted fault

    assertThatThrownBy(() -> withFault(backEnd, "reset"))
        .rootCause()
        .isInstanceOf(SocketException.class)
        .hasMessageContaining("reset");

    assertThat(stored(backEnd)).isZero();
    assertThat(departments.send(call(backEnd)).statusCode()).isBetween(200, 201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"housing", "human-resources"})
  void aMessageIsStoredWhenItsAnswerIsLost(String backEnd) throws Exception {
    assertThatThrownBy(() -> withFault(backEnd, "lost-answer")).isInstanceOf(IOException.class);

    assertThat(stored(backEnd)).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {"housing", "human-resources"})
  void aSilentDepartmentStoresTheMessageAndDoesNotAnswer(String backEnd) throws Exception {
    departments.fault(backEnd, "silent", ",\"count\":1");

    assertThatThrownBy(() -> departments.send(call(backEnd).timeout(Duration.ofMillis(300))))
        .isInstanceOf(HttpTimeoutException.class);

    assertThat(stored(backEnd)).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {"housing", "human-resources"})
  void aSlowDepartmentAnswersAfterTheDelay(String backEnd) throws Exception {
    departments.fault(backEnd, "slow", ",\"count\":1,\"millis\":400");
    HttpRequest.Builder call = call(backEnd);
    long start = System.nanoTime();

    assertThat(departments.send(call).statusCode()).isBetween(200, 201);

    assertThat(System.nanoTime() - start).isGreaterThan(400_000_000L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"housing", "human-resources"})
  void aDepartmentIsDownUntilTheFaultIsCleared(String backEnd) throws Exception {
    departments.fault(backEnd, "down", "");
    assertThat(departments.send(call(backEnd)).statusCode()).isEqualTo(503);
    assertThat(departments.send(call(backEnd)).statusCode()).isEqualTo(503);

    departments.control("DELETE", "/faults", "");

    assertThat(stored(backEnd)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"housing", "human-resources"})
  void aBusyDepartmentStoresNothing(String backEnd) throws Exception {
    String answer = new String(withFault(backEnd, "busy").body(), charset(backEnd));

    assertThat(answer).containsAnyOf("\"FM\"", "<BUSCODE>900003</BUSCODE>");
    assertThat(stored(backEnd)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"housing", "human-resources"})
  void theWrongCredentialFaultRefusesAValidCredential(String backEnd) throws Exception {
    HttpResponse<byte[]> answer = withFault(backEnd, "wrong-credential");

    assertThat(answer.statusCode()).isEqualTo(backEnd.equals("housing") ? 401 : 500);
    assertThat(new String(answer.body(), charset(backEnd))).containsAnyOf("WRZ", "AUTH");
    assertThat(stored(backEnd)).isZero();
  }

  private static void parse(String text) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    var builder = factory.newDocumentBuilder();
    builder.setErrorHandler(null);
    var root = builder.parse(new InputSource(new StringReader(text))).getDocumentElement();
    if (root.getLocalName().equals("Envelope")) {
      parse(root.getTextContent().strip());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"garbled", "doctype"})
  void bothFormsOfABrokenDocumentAreRefusedByAParser(String fault) throws Exception {
    departments.fault("human-resources", fault, ",\"count\":2");
    for (int shape = 1; shape <= 2; shape++) {
      HttpResponse<byte[]> answer = departments.send(call("human-resources"));
      assertThatThrownBy(() -> parse(new String(answer.body(), Departments.GB18030)))
          .isInstanceOf(SAXException.class);
      assertThat(stored("human-resources")).isEqualTo(shape);
    }
    parse(new String(departments.send(call("human-resources")).body(), Departments.GB18030));
  }

  @ParameterizedTest
  @ValueSource(strings = {"garbled", "doctype"})
  void brokenJsonIsRefusedByAParser(String fault) throws Exception {
    HttpResponse<byte[]> answer = withFault("housing", fault);

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThatThrownBy(() -> Departments.json(answer)).isInstanceOf(JsonProcessingException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"housing", "human-resources"})
  void bothFormsOfAMisencodedAnswerAreRefusedByAStrictDecoder(String backEnd) throws Exception {
    departments.fault(backEnd, "misencoded", ",\"count\":2");
    for (int shape = 1; shape <= 2; shape++) {
      ByteBuffer bytes = ByteBuffer.wrap(departments.send(call(backEnd)).body());
      assertThatThrownBy(() -> charset(backEnd).newDecoder().decode(bytes))
          .isInstanceOf(CharacterCodingException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"housing", "human-resources"})
  void anOversizedAnswerIsWellFormedAndHasFiveMegabytes(String backEnd) throws Exception {
    HttpResponse<byte[]> answer = withFault(backEnd, "oversized");

    assertThat(answer.body().length).isGreaterThan(5 * 1024 * 1024);
    if (backEnd.equals("housing")) {
      assertThat(Departments.json(answer).path("zt").asText()).isEqualTo("YSL");
    } else {
      parse(new String(answer.body(), Departments.GB18030));
    }
  }
}
