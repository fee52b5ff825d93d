package city.tongban.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.tongban.bundle.Versions.Act;
import city.tongban.canonical.HubException;
import city.tongban.canonical.MessageKey;
import city.tongban.canonical.StepRecorded;
import city.tongban.connector.Bundle;
import city.tongban.support.TestDatabase;
import city.tongban.transport.TestTransports;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What may be chosen, and where the way back leads. */
class VersionsTest {
  private static final Act ACT = new Act("engineer", "because");

  private final TestDatabase database = TestDatabase.create();
  private final JdbcBundleStore store = new JdbcBundleStore(database.jdbc());
  private final Map<String, Bundle> folders = ShippedConnectors.folders();
  private final Bundle shipped = folders.get("housing");
  private final List<Object> told = new ArrayList<>();
  private final ActiveConnectors connectors = connectors();
  private final Versions versions =
      new Versions(connectors, store, database.transaction(), told::add);

  @BeforeEach
  void importBundles() {
    connectors.importBundles(folders);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void whoChoseWhatAndWhyIsKeptAndTold() {
    String version = activated(6);

    Versions.History history = versions.of("housing");
    assertThat(history.active().digest()).isEqualTo(version);
    assertThat(history.active().chosenBy()).isEqualTo("engineer");
    assertThat(history.active().shipped()).isEqualTo(shipped.digest());
    assertThat(history.activations())
        .extracting(BundleStore.Activation::digest)
        .containsExactly(version, shipped.digest());
    assertThat(history.activations().get(0).reason()).isEqualTo("because");
    assertThat(told)
        .singleElement()
        .satisfies(
            event ->
                assertThat(((StepRecorded) event).step().detail())
                    .isEqualTo(
                        MessageKey.VERSION_REPLACED.with("housing", shipped.version(), "because")));
    assertThat(connectors.active("housing").limits().attempts()).isEqualTo(6);
  }

  @Test
  void theWayBackIsTheWayThatWasGone() {
    String six = activated(6);
    String seven = activated(7);

    assertThat(back()).isEqualTo(six);
    assertThat(back()).isEqualTo(shipped.digest());
    assertThatThrownBy(this::back).hasMessageStartingWith("HUB-8029");

    versions.activate("housing", seven, active(), ACT);
    assertThat(back()).isEqualTo(shipped.digest());
  }

  @Test
  void oneMayGoBackFurtherButOnlyToWhatWasActive() {
    activated(6);
    activated(7);
    String never = versions.take("housing", attempts(8).zip(), "engineer").bundle().digest();

    assertThatThrownBy(() -> versions.rollBack("housing", Optional.of(never), active(), ACT))
        .hasMessageStartingWith("HUB-8029");
    versions.rollBack("housing", Optional.of(shipped.version()), active(), ACT);

    assertThat(active()).isEqualTo(shipped.digest());
    assertThat(versions.of("housing").active().chosenBy()).isEqualTo("engineer");
  }

  @Test
  void aChoiceStandsAtTheNextStartUntilItIsGivenUp() {
    String chosen = activated(6);
    Map<String, Bundle> newer = new HashMap<>(folders);
    newer.put("housing", attempts(9));

    connectors().importBundles(newer);
    assertThat(active()).isEqualTo(chosen);

    versions.activateAsShipped("housing", active(), ACT);
    assertThat(active()).isEqualTo(attempts(9).digest());
    assertThat(versions.of("housing").active().chosenBy()).isNull();

    connectors().importBundles(folders);
    assertThat(active()).isEqualTo(shipped.digest());
    assertThat(versions.of("housing").activations()).hasSize(4);
  }

  @Test
  void whoeverDecidedOnAnOlderSightIsTold() {
    String seen = active();
    activated(6);
    String late = versions.take("housing", attempts(7).zip(), "engineer").bundle().digest();

    assertThatThrownBy(() -> versions.activate("housing", late, seen, ACT))
        .hasMessageStartingWith("HUB-8028");
    assertThat(connectors.active("housing").limits().attempts()).isEqualTo(6);
    assertThat(versions.of("housing").activations()).hasSize(2);
  }

  @Test
  void aVersionThatIsNotThereIsNotChosen() {
    for (String version : List.of("000000000000", "no digest", "", "%")) {
      assertThatThrownBy(() -> versions.activate("housing", version, active(), ACT))
          .as(version)
          .hasMessageStartingWith("HUB-8027");
    }
    assertThatThrownBy(() -> versions.bundle("grain", shipped.digest()))
        .hasMessageStartingWith("HUB-8027");
  }

  @Test
  void goingOverFromFilesToCallsNeedsAStart() {
    String yaml =
        TestBundles.text(shipped, ConnectorReader.FILE)
            .replace("ZJ9", "XX9")
            .replace("credential: housing", "credential: grain");
    Bundle calls = TestBundles.with(shipped, ConnectorReader.FILE, yaml);

    assertThatThrownBy(() -> versions.take("grain", calls.zip(), "engineer"))
        .hasMessageStartingWith("HUB-8026")
        .satisfies(
            e ->
                assertThat(((HubException) e).problem().why()).contains("between calls and files"));
  }

  @Test
  void whatIsWrittenDownStaysAsItIs() {
    activated(6);

    for (String sql :
        List.of(
            "delete from bundle_activation", "update bundle_activation set chosen_by = 'nobody'")) {
      assertThatThrownBy(() -> database.jdbc().sql(sql).update())
          .hasMessageContaining("are added and never changed");
    }
  }

  @Test
  void whatWasSentAndNeverUsedGoesAfterAWhileAndWhatWasUsedStays() {
    String used = activated(6);
    String unused = versions.take("housing", attempts(7).zip(), "engineer").bundle().digest();
    database.jdbc().sql("update bundle set taken_at = now() - interval '31 days'").update();

    versions.take("housing", attempts(8).zip(), "engineer");

    assertThat(store.digest("housing", used)).isPresent();
    assertThat(store.digest("housing", shipped.digest())).isPresent();
    assertThat(store.digest("housing", unused)).isEmpty();
  }

  private String activated(int attempts) {
    String version =
        versions.take("housing", attempts(attempts).zip(), "engineer").bundle().digest();
    versions.activate("housing", version, active(), ACT);
    return version;
  }

  private String back() {
    versions.rollBack("housing", Optional.empty(), active(), ACT);
    return active();
  }

  private String active() {
    return versions.of("housing").active().digest();
  }

  private Bundle attempts(int count) {
    String yaml = TestBundles.text(shipped, ConnectorReader.FILE);
    return TestBundles.with(
        shipped, ConnectorReader.FILE, yaml.replace("attempts: 5", "attempts: " + count));
  }

  private ActiveConnectors connectors() {
    return new ActiveConnectors(
        store,
        new ConnectorReader(Map.of()),
        List.of(new FolderCheck(TestTransports.all())),
        List.of());
  }
}
