package city.tongban.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.tongban.canonical.Fault;
import city.tongban.connector.Alert;
import city.tongban.connector.AnswerPattern;
import city.tongban.connector.Connector;
import city.tongban.connector.Doubt;
import city.tongban.connector.Hours;
import city.tongban.connector.Limits;
import city.tongban.transport.TestTransports;
import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectorReaderTest {
  @Test
  void theFileSaysHowABackEndIsReached() {
    Connector housing = ShippedConnectors.with("housing", Map.of());
    Connector hr = ShippedConnectors.with("human-resources", Map.of());

    assertThat(housing.department()).isEqualTo("ZJ");
    assertThat(housing.doubt()).isEqualTo(Doubt.ASK);
    assertThat(housing.hours()).isEqualTo(Hours.ALWAYS);
    assertThat(housing.version()).hasSize(12).isEqualTo(housing.bundle().digest().substring(0, 12));
    assertThat(housing.service("ZJ9007").orElseThrow().answers()).isEqualTo(AnswerPattern.CALLBACK);
    assertThat(housing.service("RS9010")).isEmpty();
    assertThat(housing.operation(Connector.RESULTS).orElseThrow().call()).isNull();
    assertThat(housing.limits())
        .returns(Duration.ofSeconds(20), Limits::timeout)
        .returns(Duration.ofSeconds(5), Limits::connectTimeout)
        .returns(5, Limits::attempts)
        .returns(256L * 1024, Limits::answerBytes)
        .returns(Duration.ofMinutes(5), Limits::backOffMax);
    assertThat(hr.charset().name()).isEqualTo("GB18030");
    assertThat(hr.hours()).isEqualTo(new Hours(LocalTime.of(7, 0), LocalTime.of(21, 0)));
    assertThat(hr.service("RS9012").orElseThrow().answers()).isEqualTo(AnswerPattern.REPLY);
  }

  @Test
  void limitsHoursAndWarningsMayBeGiven() {
    Connector housing =
        ShippedConnectors.with(
            "housing",
            Map.of(
                "attempts: 5",
                "attempts: 5\n  rate: 2.5\n  requestSize: 2MB",
                "doubt: ask",
                "doubt: ask\nhours: { from: '08:30', to: '17:00', days: working }\n"
                    + "alert: { waiting: 100, oldest: 30m, parked: 1 }"));

    assertThat(housing.limits())
        .returns(2.5, Limits::rate)
        .returns(2L * 1024 * 1024, Limits::requestBytes);
    assertThat(housing.hours())
        .isEqualTo(new Hours(LocalTime.of(8, 30), LocalTime.of(17, 0), Hours.Days.WORKING));
    assertThat(housing.alert()).isEqualTo(new Alert(100, Duration.ofMinutes(30), 1));
    assertThat(ShippedConnectors.with("housing", Map.of()).alert()).isEqualTo(Alert.NONE);
  }

  @Test
  void theDeploymentsAddressGoesBeforeTheFiles() {
    URI theirs = URI.create("https://exchange.example/housing");

    assertThat(ShippedConnectors.with("housing", theirs, Map.of()).address()).isEqualTo(theirs);
    assertThat(ShippedConnectors.with("housing", Map.of()).address().getHost())
        .isEqualTo("127.0.0.1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "doubt: ask|doubt: maybe|HUB-8004|line 18: doubt: 'maybe' is not one of same-id, ask,"
            + " person",
        "doubt: ask|doubts: ask|HUB-8003|'doubts' is not a key that we know",
        "doubt: ask|doubt: ask⏎x: y|HUB-8003|'x' is not a key that we know",
        "doubt: ask|codec: json|HUB-8002|connector.yaml line",
        "timeout: 20s|timeout: twenty|HUB-8004|line 13: limits.timeout: 'twenty' is not a duration"
            + " such as 20s",
        "attempts: 5|attempts: 5⏎  rate: 0|HUB-8004|limits.rate is calls in a second, from 0.1 to"
            + " 1000",
        "attempts: 5|attempts: 5⏎  rate: fast|HUB-8004|line 15: limits.rate",
        "attempts: 5|attempts: 5⏎  requestSize: big|HUB-8004|'big' is not a size such as 256KB",
        "attempts: 5|attempts: 5⏎  requestSize: 0B|HUB-8004|limits.requestSize must be at least 1",
        "doubt: ask|doubt: ask⏎hours: { from: '08:00', to: '17:00', days: sunny"
            + " }|HUB-8004|hours.days: 'sunny' is not one of every, working",
        "doubt: ask|doubt: ask⏎alert: { waiting: 0 }|HUB-8004|alert.waiting, oldest and parked must"
            + " be more than nothing",
        "doubt: ask|doubt: ask⏎alert: { oldest: long }|HUB-8004|'long' is not a duration such as"
            + " 20s",
        "timeout: 20s|timeout: 0s|HUB-8004|longer than nothing",
        "attempts: 5|attempts: 0|HUB-8004|at least 1",
        "first: 2s|first: 2h|HUB-8004|is longer than",
        "charset: UTF-8|charset: UTF-99|HUB-8004|connector.yaml line",
        "department: ZJ|#|HUB-8004|department is missing",
        "credential: housing|#|HUB-8004|credential is missing",
        "answers: callback }|answers: perhaps }|HUB-8004|line 20: services.[0].answers: 'perhaps'"
            + " is not one of reply, callback",
        "Administration }|Administration|HUB-8002|is not YAML",
        "address: http://127.0.0.1:8090/housing|#|HUB-8004|no usable address",
        "address: http|address: ht tp|HUB-8004|connector.yaml line 6",
        "kind: oauth2-client-credentials|kind: basic|HUB-8004|authentication: kind 'basic' is not"
            + " one of oauth2-client-credentials, hmac-sm3, sm2",
        "kind: oauth2-client-credentials, tokenPath: /oauth/token|tokenPath:"
            + " /oauth/token|HUB-8004|kind is missing; it is one of oauth2-client-credentials",
        "tokenPath: /oauth/token|tokenPath: /oauth/token, headers: { time: X }|HUB-8003|'headers'"
            + " is not a key that we know",
        "kind: oauth2-client-credentials, tokenPath: /oauth/token|kind:"
            + " oauth2-client-credentials|HUB-8004|authentication.tokenPath is missing",
        "kind: oauth2-client-credentials, tokenPath: /oauth/token|kind:"
            + " sm2|HUB-8004|authentication.headers is missing",
        "kind: oauth2-client-credentials, tokenPath: /oauth/token|kind: sm2, headers: { time: X"
            + " }|HUB-8004|authentication.headers.signature is missing",
        "kind: oauth2-client-credentials, tokenPath: /oauth/token|kind:"
            + " hmac-sm3|HUB-8004|authentication.applications is missing",
        "charset: UTF-8|charset: GBK⏎fallbackCharset: GB18030|HUB-8004|a fallbackCharset needs"
            + " charset UTF-8",
      })
  void aBrokenFileIsASentenceWithFileLineAndFix(
      String line, String broken, String code, String says) {
    assertThatThrownBy(
            () -> ShippedConnectors.with("housing", Map.of(line, broken.replace('⏎', '\n'))))
        .isInstanceOfSatisfying(
            Fault.class,
            e -> {
              assertThat(e.problem().code()).isEqualTo(code);
              assertThat(e.getMessage()).contains("connectors/housing/connector.yaml", says);
              assertThat(e.problem().fix()).isNotBlank();
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mapping: lease-filing|mapping: no-such|HUB-8005",
        "mapping: filing }|mapping: no-such }|HUB-8005",
        "call: POST /api/v2/filings, answers|call: filings, answers|HUB-8004",
        "codec: json|codec: yaml|HUB-8004",
        "codec: json|codec: csv|HUB-8004",
        "item: ZJ9007|item: ZJ9001|HUB-8004",
        "ask: {|asks: {|HUB-8004",
        "transport: rest|transport: soap|HUB-8004",
        "call: POST /api/v2/withdrawals|#|HUB-8004"
      })
  void aNameThatLeadsNowhereIsFoundWhenTheFolderIsTakenIn(String line, String broken, String code) {
    Connector connector =
        ShippedConnectors.with("housing", Map.of(line, broken.equals("#") ? "call: null" : broken));

    assertThatThrownBy(() -> new FolderCheck(TestTransports.all()).check(connector))
        .hasMessageStartingWith(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "credential: public-security|credential: housing",
        "key: public-security-tls|key: console-engineer",
        "trust: public-security-authority|trust: public-securityauthority",
        "trust: public-security-signer|trust: housing"
      })
  void aSecretOfAnothersIsNotNamed(String line, String broken) {
    Connector connector = ShippedConnectors.with("public-security", Map.of(line, broken));

    assertThatThrownBy(() -> new FolderCheck(TestTransports.all()).check(connector))
        .hasMessageStartingWith("HUB-8004")
        .hasMessageContaining("another's secret");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "signature: { trust: public-security-signer }|#|signature is missing",
        "charset: UTF-8|charset: GB18030|what is signed is UTF-8",
        "https://127|http://127|tls needs an https address",
        "trust: public-security-authority|#|tls.trust is missing"
      })
  void whatIsSignedMustFitTogetherAndTheSentenceSaysWhatDoesNot(
      String line, String broken, String sentence) {
    assertThatThrownBy(
            () ->
                new FolderCheck(TestTransports.all())
                    .check(
                        ShippedConnectors.with(
                            "public-security", Map.of(line, broken.equals("#") ? "" : broken))))
        .hasMessageStartingWith("HUB-8004")
        .hasMessageContaining(sentence);
  }

  @Test
  void aCallThatNoApplicationSignsIsFoundWhenTheFolderIsTakenIn() {
    Connector connector =
        ShippedConnectors.with(
            "disabled-federation", Map.of("    /gateway/withdrawal: TBSN-CXSQ\n", ""));

    assertThatThrownBy(() -> new FolderCheck(TestTransports.all()).check(connector))
        .hasMessageStartingWith("HUB-8004")
        .hasMessageContaining("authentication.applications has no id for /gateway/withdrawal");
  }

  @Test
  void theShippedFoldersPass() {
    assertThat(ShippedConnectors.at(Map.of()).all())
        .extracting(Connector::backEnd)
        .contains("grain", "housing", "human-resources", "medical-insurance", "public-security");
  }
}
