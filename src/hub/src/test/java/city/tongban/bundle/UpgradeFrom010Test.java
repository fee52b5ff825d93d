package city.tongban.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.tongban.bundle.Versions.Act;
import city.tongban.canonical.HubException;
import city.tongban.connector.Bundle;
import city.tongban.connector.Connector;
import city.tongban.support.TestDatabase;
import city.tongban.transport.TestTransports;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A database that release 0.1.0 has written, with bundles whose keys this release has renamed: of
 * each back-end the version that was shipped, and a later one that a person has chosen.
 */
class UpgradeFrom010Test {
  private static final String LAST_MIGRATION = "019";
  private static final Act ACT = new Act("li.engineer", "the department asked for it");

  private final TestDatabase database = TestDatabase.create();
  private final JdbcBundleStore store = new JdbcBundleStore(database.jdbc());
  private final ActiveConnectors connectors =
      new ActiveConnectors(
          store,
          new ConnectorReader(Map.of()),
          List.of(new FolderCheck(TestTransports.all())),
          List.of());
  private final Versions versions =
      new Versions(connectors, store, database.transaction(), event -> {});

  @BeforeEach
  void theNewProgramStartsOnTheOldDatabase() throws IOException {
    FluentConfiguration flyway =
        Flyway.configure().dataSource(database.dataSource()).locations("classpath:db/migration");
    flyway.cleanDisabled(false).load().clean();
    flyway.target(LAST_MIGRATION).load().migrate();
    try (InputStream rows = getClass().getResourceAsStream("/upgrade/0.1.0-bundles.sql")) {
      new String(rows.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> line.startsWith("insert"))
          .forEach(insert -> database.jdbc().sql(insert).update());
    }
    flyway.target("latest").load().migrate();

    connectors.importBundles(ShippedConnectors.folders());
  }

  @AfterEach
  void close() {
    database.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"health", "civil-affairs", "provident-fund"})
  void theVersionThatAPersonChoseIsStillActive(String backEnd) {
    assertThat(connectors.active(backEnd).limits().attempts()).isEqualTo(9);
    assertThat(versions.of(backEnd).active().chosenBy()).isEqualTo("zhang.engineer");
    assertThat(versions.of(backEnd).active().shipped())
        .as("what this release ships is known beside it")
        .isEqualTo(ShippedConnectors.folders().get(backEnd).digest());
  }

  @Test
  void itsOldKeysAreReadUnderTheirNewNames() {
    Connector health = connectors.active("health");
    assertThat(health.mllp().listen()).hasToString("mllps://127.0.0.1:8095");
    assertThat(health.mllp().allowedSenders()).containsExactly("WJXT|SHWJW", "WJXT|PDFY");
    Connector civilAffairs = connectors.active("civil-affairs");
    assertThat(civilAffairs.staging().pollInterval()).isEqualTo(Duration.ofSeconds(30));
    assertThat(civilAffairs.staging().dayTable()).isEqualTo("ex_day_out");
    Connector providentFund = connectors.active("provident-fund");
    assertThat(providentFund.frame().hub()).isEqualTo("TBSN0001");
    assertThat(providentFund.frame().backEnd()).isEqualTo("GJJZX001");
  }

  @ParameterizedTest
  @ValueSource(strings = {"health", "civil-affairs", "provident-fund"})
  void theVersionBeforeCanBeRolledBackToAndChosenAgain(String backEnd) {
    String chosen = connectors.active(backEnd).version();

    Connector before = versions.rollBack(backEnd, Optional.empty(), chosen, ACT);
    assertThat(connectors.active(backEnd).version()).isEqualTo(before.version());
    assertThat(before.limits().attempts()).isNotEqualTo(9);

    versions.activate(backEnd, chosen, before.version(), ACT);
    assertThat(connectors.active(backEnd).version()).isEqualTo(chosen);
  }

  @Test
  void theVersionThatThisReleaseShipsCanBeActivated() {
    String chosen = connectors.active("health").version();

    versions.activateAsShipped("health", chosen, ACT);

    assertThat(connectors.active("health").bundle())
        .isEqualTo(ShippedConnectors.folders().get("health"));
  }

  @ParameterizedTest
  @CsvSource({
    "health, 'mllp', 'listen'",
    "civil-affairs, 'staging', 'dayTable'",
    "provident-fund, 'frame', 'backEnd'"
  })
  void anImportWithAnOldKeyIsRefusedWithTheNewName(String backEnd, String block, String newKey) {
    Bundle old = connectors.active(backEnd).bundle();

    assertThatThrownBy(() -> versions.take(backEnd, old.zip(), "li.engineer"))
        .as(block)
        .isInstanceOfSatisfying(
            HubException.class,
            refused -> {
              assertThat(refused.problem().code()).isEqualTo("HUB-8026");
              assertThat(refused.problem().why()).contains("HUB-8003");
              assertThat(refused.problem().fix())
                  .isEqualTo("write '%s'; the key was renamed in 0.2.0".formatted(newKey));
            });
  }

  @Test
  void aFolderWithAnOldKeyIsNotImported() {
    String chosen = connectors.active("health").version();
    Bundle old = connectors.active("health").bundle();

    connectors.importBundles(Map.of("health", old));

    assertThat(versions.of("health").active().shipped()).isNotEqualTo(old.digest());
    assertThat(connectors.active("health").version()).isEqualTo(chosen);
  }
}
