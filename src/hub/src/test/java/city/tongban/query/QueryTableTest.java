package city.tongban.query;

import static org.assertj.core.api.Assertions.assertThat;

import city.tongban.bundle.ShippedConnectors;
import city.tongban.canonical.CanonicalXml;
import city.tongban.connector.Connector;
import city.tongban.mapping.MappedMessage;
import city.tongban.support.TestDatabase;
import city.tongban.vault.TestVault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A question that is asked a second time while the first asker is late. */
class QueryTableTest {
  private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
  private static final Instant LEASE = NOW.plus(Duration.ofSeconds(30));
  private static final Instant LATER = LEASE.plus(Duration.ofSeconds(1));

  private final TestDatabase database = TestDatabase.create();
  private final QueryTable table = new QueryTable(database.jdbc(), TestVault.vault());
  private final PreparedQuery first = question(1);
  private final PreparedQuery second = question(2);

  @BeforeEach
  void asked() {
    table.insert(first, NOW, LEASE);
  }

  @AfterEach
  void stop() {
    database.close();
  }

  @Test
  void whoWasGivenUpSettlesNothingOfTheNextAsking() {
    giveUpAndAskAgain();

    assertThat(answered(first)).isFalse();
    assertThat(table.unanswered(first.number(), first.tries(), "HUB-3020", LATER)).isFalse();
    assertThat(table.find(first.number()).orElseThrow().state()).isEqualTo(QueryState.ASKED);

    assertThat(answered(second)).isTrue();
    assertThat(table.find(first.number()).orElseThrow().state()).isEqualTo(QueryState.ANSWERED);
  }

  @Test
  void aSweeperThatFoundTheFirstAskingDoesNotEndTheSecond() {
    QueryTable.Abandoned found = table.abandoned(LATER).get(0);
    giveUpAndAskAgain();

    assertThat(table.unanswered(found.number(), found.tries(), "HUB-3020", LATER)).isFalse();
  }

  @Test
  void ofTwoWhoAskAgainOneMay() {
    table.unanswered(first.number(), 1, "HUB-3020", LATER);
    assertThat(table.kept(first.number()).orElseThrow().tries()).isEqualTo(1);

    assertThat(table.askAgain(second, LATER, LATER)).isTrue();
    assertThat(table.askAgain(second, LATER, LATER)).isFalse();
    table.unanswered(first.number(), 2, "HUB-3020", LATER);
    assertThat(table.askAgain(second, LATER, LATER)).as("who looked before that").isFalse();
  }

  private void giveUpAndAskAgain() {
    table.unanswered(first.number(), first.tries(), "HUB-3020", LATER);
    table.askAgain(second, LATER, LATER.plus(Duration.ofSeconds(30)));
  }

  private boolean answered(PreparedQuery question) {
    OffsetDateTime at = NOW.atOffset(ZoneOffset.UTC);
    return table.answered(question, "FOUND", "{}", at, LATER);
  }

  private static PreparedQuery question(int tries) {
    Connector connector = ShippedConnectors.shipped("human-resources");
    try {
      String sample =
          Files.readString(Path.of("mappings/human-resources/samples/pension-seafarer.case.xml"));
      return new PreparedQuery(
          CanonicalXml.read(sample),
          connector,
          connector.services().get(0),
          new MappedMessage(new byte[0], "text/xml", connector.version()),
          tries);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
