package city.tongban.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import city.tongban.bundle.ShippedConnectors;
import city.tongban.canonical.Answer.Outcome;
import city.tongban.canonical.HubException;
import city.tongban.canonical.Statement;
import city.tongban.connector.Connector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A day's statement of the one back-end that writes them, read by its sheet. */
class StatementMappingTest {
  private static final Path SAMPLES = Path.of("mappings/provident-fund/samples");
  private final Mappings mappings = Mappings.forTools();
  private final Connector fund = ShippedConnectors.with("provident-fund", Map.of());

  @Test
  void itsLinesItsSumAndItsDigestAreRead() throws Exception {
    Statement statement = read(sample("two-lines.statement.xml"));

    assertThat(statement.day()).isEqualTo("2018-07-02");
    assertThat(statement.count()).isEqualTo(2);
    assertThat(statement.all())
        .containsExactly(
            new Statement.Line("310104-20180702-000801/1", Outcome.FOUND),
            new Statement.Line("310104-20180702-000802/1", Outcome.NOT_FOUND));
    assertThat(statement.whole()).isTrue();
  }

  @Test
  void aDayOnWhichNobodyAskedHasNoLines() throws Exception {
    Statement statement = read(sample("no-lines.statement.xml"));

    assertThat(statement.all()).isEmpty();
    assertThat(statement.whole()).isTrue();
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource({
    "<bs>2</bs>, <bs>3</bs>",
    "000802/1, 000803/1",
    "<Cd>1404</Cd>, <Cd>1001</Cd>",
    "gjj.103, gjj.101"
  })
  void oneThatContradictsItselfIsNotWhole(String from, String to) throws Exception {
    String text = sample("two-lines.statement.xml");
    assertThat(text).contains(from);

    assertThat(read(text.replace(from, to)).whole()).isFalse();
  }

  @ParameterizedTest(name = "{0} -> {1}: {2}")
  @CsvSource({
    "</StmtRpt>, '', HUB-9008",
    "<Document, '<!DOCTYPE a []><Document', HUB-9008",
    "<Cd>1404</Cd>, <Cd>7777</Cd>, HUB-9010",
    "<bs>2</bs>, <bs>two</bs>, HUB-9010",
    "<rq>2018-07-02</rq>, '', HUB-9010"
  })
  void oneThatCannotBeReadIsNot(String from, String to, String code) throws Exception {
    String text = sample("two-lines.statement.xml");
    assertThat(text).contains(from);

    assertThat(refused(text.replace(from, to == null ? "" : to))).isEqualTo(code);
  }

  @Test
  void oneThatIsNotThereYetIsAskedForLater() throws Exception {
    assertThat(refused(sample("not-ready.statement.xml"))).isEqualTo("HUB-4012");
    assertThat(refused(sample("no-account.reply.xml"))).isEqualTo("HUB-9010");
  }

  private String refused(String text) {
    return catchThrowableOfType(HubException.class, () -> read(text)).problem().code();
  }

  private Statement read(String text) {
    return mappings.statement(
        fund, "statement", new RawMessage(0, text.getBytes(UTF_8), fund.contentType()));
  }

  private static String sample(String name) throws Exception {
    return Files.readString(SAMPLES.resolve(name), UTF_8);
  }
}
