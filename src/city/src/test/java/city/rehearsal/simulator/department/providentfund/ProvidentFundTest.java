package city.rehearsal.simulator.department.providentfund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.rehearsal.simulator.core.ApplicationStatus;
import city.rehearsal.simulator.core.Json;
import city.rehearsal.simulator.core.Message;
import city.rehearsal.simulator.core.StoredMessage;
import city.rehearsal.simulator.department.providentfund.FundClient.Heard;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The centre's own rules, asked over its own line by a caller that shares no code with it. */
class ProvidentFundTest {
  private static final String DAY = "20180702";
  private static final String ID = "310104-20180702-000482/1";
  private static final String PERSON = "11010519491231002X";

  /** Its digits add up to a 7. */
  private static final String NOBODY = "310104199003070018";

  @TempDir Path folder;
  private FundSimulator fund;
  private FundClient line;

  @BeforeEach
  void start() throws Exception {
    fund = new FundSimulator(folder);
    line = line();
  }

  @AfterEach
  void stop() throws Exception {
    fund.close();
  }

  @Test
  void anAccountIsToldWithWhatWasPaidInTheYear() throws Exception {
    Heard told = line.ask(FundClient.ACCOUNT, DAY, ID, account(ID, PERSON, "2018"));

    assertThat(told.code()).isEqualTo("0000");
    assertThat(told.type()).isEqualTo("gjj.102.001.01");
    assertThat(told.request()).isEqualTo(ID);
    assertThat(told.value("OrgnlMsgId")).isEqualTo(ID);
    assertThat(told.value("xingming")).isEqualTo("王䶮𠮷");
    assertThat(told.value("jzny")).isEqualTo("201806");
    assertThat(told.value("grzhye")).matches("\\d+\\.\\d{2}");
    assertThat(told.document().split("<Ntry>")).as("January to June").hasSize(7);
    assertThat(fund.book())
        .singleElement()
        .returns(ApplicationStatus.APPROVED, StoredMessage::status)
        .extracting(StoredMessage::message)
        .isEqualTo(
            new Message(ID, "310104-20180702-000482", Message.Kind.QUERY, "王䶮𠮷", PERSON, "GRCX"));
  }

  @Test
  void theSamePersonHasTheSameAccountTomorrow() throws Exception {
    Heard today = line.ask(FundClient.ACCOUNT, DAY, ID, account(ID, PERSON, "2018"));
    fund.clock("2018-07-03T09:00:00+08:00");
    Heard tomorrow = line.ask(FundClient.ACCOUNT, DAY, "2/1", account("2/1", PERSON, "2018"));

    assertThat(tomorrow.value("grzh")).isEqualTo(today.value("grzh"));
    assertThat(tomorrow.value("grzhye")).isEqualTo(today.value("grzhye"));
  }

  @ParameterizedTest(name = "{0} in {1}: {2}")
  @CsvSource({
    NOBODY + ", 2018, 1404, REJECTED",
    PERSON + ", 2019, 1001, NOT_ACCEPTED",
    PERSON + ", 1990, 1001, NOT_ACCEPTED",
    "31010420050702001X, 2018, 1001, NOT_ACCEPTED"
  })
  void aNoHasItsCodeAndStandsInTheBook(String person, String year, String code, String status)
      throws Exception {
    Heard told = line.ask(FundClient.ACCOUNT, DAY, ID, account(ID, person, year));

    assertThat(told.type()).isEqualTo("gjj.900.001.01");
    assertThat(told.code()).isEqualTo(code);
    assertThat(told.value("Cd")).isEqualTo(code);
    assertThat(told.value("Inf")).isNotBlank();
    assertThat(fund.book())
        .singleElement()
        .returns(ApplicationStatus.valueOf(status), StoredMessage::status);
  }

  @ParameterizedTest(name = "{0}, {1}: {2}")
  @CsvSource({"310104, 01, 0000", "310151, 02, 1404", "310151, 01, 0000", "320501, 01, 1001"})
  void theBanksOfADistrictAreTold(String district, String business, String code) throws Exception {
    Heard told = line.ask(FundClient.BANKS, DAY, ID, banks(ID, district, business));

    assertThat(told.code()).isEqualTo(code);
    if (code.equals("0000")) {
      assertThat(told.type()).isEqualTo("gjj.104.001.01");
      assertThat(told.value("yhmc")).isEqualTo("中国建设银行");
    }
  }

  @Test
  void theSameQuestionAgainGetsTheSameAnswerAndStandsInTheBookOnceAlsoAfterARestart()
      throws Exception {
    Heard first = line.ask(FundClient.ACCOUNT, DAY, ID, account(ID, PERSON, "2018"));
    fund.close();
    fund.start();
    line = line();
    fund.clock("2018-07-02T16:00:00+08:00");

    Heard again = line.ask(FundClient.ACCOUNT, DAY, ID, account(ID, PERSON, "2018"));

    assertThat(again.document()).isEqualTo(first.document());
    assertThat(fund.book()).hasSize(1);
  }

  @Test
  void anIdUsedAgainForSomethingElseIsRefused() throws Exception {
    line.ask(FundClient.ACCOUNT, DAY, ID, account(ID, PERSON, "2018"));

    Heard told = line.ask(FundClient.ACCOUNT, DAY, ID, account(ID, PERSON, "2017"));

    assertThat(told.code()).isEqualTo("1409");
    assertThat(fund.book()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2018-07-02T08:29:59+08:00",
        "2018-07-02T17:00:00+08:00",
        "2018-07-07T10:00:00+08:00",
        "2018-10-01T10:00:00+08:00"
      })
  void nobodyAnswersOutsideOfficeHoursOnASaturdayOrAHoliday(String now) throws Exception {
    fund.clock("2018-07-01T00:00:00+08:00");
    fund.clock(now);

    assertThat(line.ask(FundClient.ACCOUNT, DAY, ID, account(ID, PERSON, "2018")).code())
        .isEqualTo("9001");
    assertThat(fund.book()).isEmpty();
  }

  @Test
  void aSundayThatIsWorkedIsAWorkingDay() throws Exception {
    fund.clock("2018-09-30T10:00:00+08:00");

    assertThat(line.ask(FundClient.ACCOUNT, DAY, ID, account(ID, PERSON, "2018")).code())
        .isEqualTo("0000");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "version, 99, TBSN0001, GJJZX001, E302",
    "sender, 01, TBSN0002, GJJZX001, E301",
    "receiver, 01, TBSN0001, OTHER001, E301"
  })
  void aWrongHeaderIsRefused(String what, String version, String from, String to, String code)
      throws Exception {
    String head = line.head(version, from, to, FundClient.ACCOUNT, DAY, ID);

    Heard told = line.exchange(line.framed(head, account(ID, PERSON, "2018")));

    assertThat(told.code()).as(what).isEqualTo(code);
    assertThat(fund.book()).isEmpty();
  }

  @Test
  void aWrongMacIsRefusedByAnAnswerThatHasARightOne() throws Exception {
    byte[] bytes =
        line.framed(
            line.head("01", "TBSN0001", "GJJZX001", FundClient.ACCOUNT, DAY, ID),
            account(ID, PERSON, "2018"));
    bytes[8 + 128 + 40] ^= 1;

    assertThat(line.exchange(bytes).code()).isEqualTo("E301");
    assertThat(fund.book()).isEmpty();
  }

  @Test
  void aKeyThatIsNotShared() throws Exception {
    FundClient stranger = new FundClient(line.address(), "K1", "another");

    assertThatThrownBy(() -> stranger.ask(FundClient.ACCOUNT, DAY, ID, account(ID, PERSON, "2018")))
        .hasMessageContaining("MAC");
    assertThat(fund.book()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0000000x", "-0000200", "99999999", "00000012", "GET / HT"})
  void whatIsNoLengthIsNotAnswered(String length) throws Exception {
    try (Socket socket = new Socket(line.address().getHost(), line.address().getPort())) {
      socket.setSoTimeout(5_000);
      socket.getOutputStream().write((length + "{H:").getBytes(StandardCharsets.US_ASCII));

      assertThat(end(socket)).isTrue();
    }
    assertThat(line.ask(FundClient.ACCOUNT, DAY, ID, account(ID, PERSON, "2018")).code())
        .isEqualTo("0000");
  }

  @ParameterizedTest(name = "{index}")
  @ValueSource(
      strings = {
        "<Document xmlns=\"urn:gjj:std:01\"><AcctQry>",
        "<!DOCTYPE a [<!ENTITY x \"y\">]><Document xmlns=\"urn:gjj:std:01\"><AcctQry/></Document>",
        "<Document><AcctQry/></Document>",
        "<Document xmlns=\"urn:gjj:std:01\"><BkQry/></Document>",
        "<Document xmlns=\"urn:gjj:std:01\"><AcctQry/></Document>",
        ""
      })
  void whatCannotBeReadIsCalledMalformed(String document) throws Exception {
    assertThat(line.ask(FundClient.ACCOUNT, DAY, ID, document).code()).isEqualTo("1002");
    assertThat(fund.book()).isEmpty();
  }

  @Test
  void aNumberInTheDocumentThatIsNotTheHeadersIsMalformed() throws Exception {
    assertThat(line.ask(FundClient.ACCOUNT, DAY, ID, account("other/1", PERSON, "2018")).code())
        .isEqualTo("1002");
  }

  @Test
  void whatWasSaidUnderANumberIsSaidAgainWhenAskedAtAnyHour() throws Exception {
    Heard told = line.ask(FundClient.ACCOUNT, DAY, ID, account(ID, PERSON, "2018"));
    fund.clock("2018-07-02T22:00:00+08:00");

    Heard again = line.ask(FundClient.INQUIRY, DAY, ID, inquiry(ID));
    Heard never = line.ask(FundClient.INQUIRY, DAY, "x/1", inquiry("x/1"));

    assertThat(again.document()).isEqualTo(told.document());
    assertThat(never.code()).isEqualTo("1405");
  }

  @Test
  void theStatementOfADayComesAtHalfPastSixWithItsSumAndItsDigest() throws Exception {
    line.ask(FundClient.ACCOUNT, DAY, "1/1", account("1/1", PERSON, "2018"));
    line.ask(FundClient.ACCOUNT, DAY, "2/1", account("2/1", NOBODY, "2018"));
    line.ask(FundClient.ACCOUNT, DAY, "2/1", account("2/1", NOBODY, "2018"));
    assertThat(line.ask(FundClient.STATEMENT, DAY, "S", "").code()).isEqualTo("9004");
    fund.clock("2018-07-02T18:30:00+08:00");

    Heard statement = line.ask(FundClient.STATEMENT, DAY, "S", "");
    Heard tomorrow = line.ask(FundClient.STATEMENT, "20180703", "S", "");

    assertThat(statement.type()).isEqualTo("gjj.108.001.01");
    assertThat(statement.value("bs")).isEqualTo("2");
    assertThat(statement.value("zy"))
        .isEqualTo(FundClient.sm3("1/1|gjj.101.001.01|0000\n2/1|gjj.101.001.01|1404\n"));
    assertThat(tomorrow.code()).isEqualTo("9004");
    assertThat(line.ask(FundClient.STATEMENT, "20181399", "S", "").code()).isEqualTo("E303");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"missing-line, 0", "unknown-line, 2", "doubled-line, 2", "wrong-digest, 1"})
  void aStatementCanBeToldToBeWrong(String fault, String lines) throws Exception {
    line.ask(FundClient.ACCOUNT, DAY, "1/1", account("1/1", PERSON, "2018"));
    fund.clock("2018-07-02T18:30:00+08:00");
    fund.fault(fault);

    Heard wrong = line.ask(FundClient.STATEMENT, DAY, "S", "");
    Heard right = line.ask(FundClient.STATEMENT, DAY, "S", "");

    assertThat(wrong.value("bs")).isEqualTo(lines);
    assertThat(right.value("bs")).isEqualTo("1");
    boolean fits = wrong.value("zy").equals(digestOf(wrong.document()));
    assertThat(fits).isEqualTo(!fault.equals("wrong-digest"));
  }

  @ParameterizedTest(name = "{0} is answered by {1}")
  @CsvSource({"down, 9003", "busy, 9002", "wrong-credential, E301"})
  void faultsThatAreSaid(String fault, String code) throws Exception {
    fund.fault(fault);

    assertThat(line.ask(FundClient.ACCOUNT, DAY, ID, account(ID, PERSON, "2018")).code())
        .isEqualTo(code);
    assertThat(fund.book()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"reset", "lost-answer", "length-lies", "silent"})
  void faultsOfTheLine(String fault) throws Exception {
    fund.fault(fault);

    try (Socket socket = new Socket(line.address().getHost(), line.address().getPort())) {
      socket.setSoTimeout(500);
      socket
          .getOutputStream()
          .write(
              line.framed(
                  line.head("01", "TBSN0001", "GJJZX001", FundClient.ACCOUNT, DAY, ID),
                  account(ID, PERSON, "2018")));

      assertThatThrownBy(() -> line.hear(new DataInputStream(socket.getInputStream())))
          .isInstanceOf(fault.equals("silent") ? SocketTimeoutException.class : IOException.class);
    }
    assertThat(fund.book()).hasSize(fault.equals("reset") ? 0 : 1);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"wrong-mac", "other-id", "garbled", "misencoded", "doctype"})
  void faultsOfTheAnswer(String fault) throws Exception {
    Heard right = line.ask(FundClient.ACCOUNT, DAY, ID, account(ID, PERSON, "2018"));
    fund.fault(fault);
    byte[] question =
        line.framed(
            line.head("01", "TBSN0001", "GJJZX001", FundClient.ACCOUNT, DAY, ID),
            account(ID, PERSON, "2018"));

    if (fault.equals("wrong-mac")) {
      assertThatThrownBy(() -> line.exchange(question)).hasMessageContaining("MAC");
      return;
    }
    Heard wrong = line.exchange(question);

    assertThat(wrong.request().equals(ID)).isEqualTo(!fault.equals("other-id"));
    assertThat(wrong.document().equals(right.document())).isEqualTo(fault.equals("other-id"));
  }

  @Test
  void everyQuestionIsInTheLedgerWithItsMac() throws Exception {
    line.ask(FundClient.ACCOUNT, DAY, ID, account(ID, PERSON, "2018"));

    JsonNode asked =
        Json.MAPPER.readTree(Files.readAllLines(folder.resolve("fund/asked.jsonl")).get(0));

    assertThat(asked.path("id").asText()).isEqualTo(ID);
    assertThat(asked.path("mac").asText()).matches("\\{M:[0-9a-f]{64}}");
  }

  private FundClient line() {
    return new FundClient(fund.address(), "K1", FundSimulator.SECRET);
  }

  private static boolean end(Socket socket) {
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true; // a reset: it had not read all that we wrote
    }
  }

  private static String digestOf(String document) {
    StringBuilder lines = new StringBuilder();
    Arrays.stream(document.split("<Ln>"))
        .skip(1)
        .map(ln -> new Heard("", ln))
        .forEach(
            ln ->
                lines
                    .append(ln.value("OrgnlMsgId"))
                    .append('|')
                    .append(ln.value("MsgTp"))
                    .append('|')
                    .append(ln.value("Cd"))
                    .append('\n'));
    return FundClient.sm3(lines.toString());
  }

  private static String account(String id, String person, String year) {
    return document(
        "AcctQry",
        id,
        "<xingming>王䶮𠮷</xingming><zjlx>01</zjlx><zjhm>%s</zjhm><nd>%s</nd><cxyt>01</cxyt>"
            .formatted(person, year));
  }

  private static String banks(String id, String district, String business) {
    return document(
        "BkQry",
        id,
        "<xingming>王䶮𠮷</xingming><zjlx>01</zjlx><zjhm>%s</zjhm><xzqh>%s</xzqh><ywlx>%s</ywlx>"
            .formatted(PERSON, district, business));
  }

  private static String document(String element, String id, String fields) {
    return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Document"
            + " xmlns=\"urn:gjj:std:01\"><%s><GrpHdr>"
            + "<MsgId>%s</MsgId><CreDtTm>2018-07-02T08:30:00+08:00</CreDtTm><InstgPty>31010100201</InstgPty>"
            + "</GrpHdr><Qry>%s</Qry></%s></Document>")
        .formatted(element, id, fields, element);
  }

  private static String inquiry(String id) {
    return "<Document xmlns=\"urn:gjj:std:01\"><MsgQry><OrgnlMsgId>%s</OrgnlMsgId></MsgQry></Document>"
        .formatted(id);
  }
}
