package city.tongban.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.tongban.connector.Bundle;
import city.tongban.support.TestDatabase;
import city.tongban.transport.TestTransports;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JdbcBundleStoreTest {
  private final TestDatabase database = TestDatabase.create();
  private final JdbcBundleStore store = new JdbcBundleStore(database.jdbc());
  private final Bundle one = Bundle.of(Map.of("connector/connector.yaml", "一".getBytes(UTF_8)));
  private final Bundle two = Bundle.of(Map.of("connector/connector.yaml", "二".getBytes(UTF_8)));

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aBundleIsKeptOnceAndComesBackWhole() {
    store.keep("housing", one);
    store.keep("housing", one);

    assertThat(store.bundle(one.digest())).isEqualTo(one);
    assertThatThrownBy(() -> store.bundle(two.digest())).hasMessageStartingWith("HUB-8008");
  }

  @Test
  void aNewShippedVersionReplacesTheShippedOneAndTheSameOneKeepsItsDate() {
    store.keep("housing", one);
    store.keep("housing", two);
    store.activateAsShipped("housing", one.digest());
    Instant since = store.active().get("housing").since();

    store.activateAsShipped("housing", one.digest());
    assertThat(store.active().get("housing").since()).isEqualTo(since);

    store.activateAsShipped("housing", two.digest());
    assertThat(store.active().get("housing").digest()).isEqualTo(two.digest());
    assertThat(store.active().get("housing").since()).isAfter(since);
  }

  @Test
  void aChosenVersionIsNotReplaced() {
    store.keep("housing", one);
    store.keep("housing", two);
    store.activateAsShipped("housing", one.digest());
    database.jdbc().sql("update bundle_active set chosen_by = 'operator'").update();

    store.activateAsShipped("housing", two.digest());

    assertThat(store.active().get("housing").digest()).isEqualTo(one.digest());
    assertThat(store.active().get("housing").chosenBy()).isEqualTo("operator");
  }

  @Test
  void theShippedConnectorsGoInAndOut() {
    ActiveConnectors connectors =
        new ActiveConnectors(
            store,
            new ConnectorReader(Map.of()),
            List.of(new FolderCheck(TestTransports.all())),
            List.of());

    connectors.importBundles(ShippedConnectors.folders());

    assertThat(connectors.active("housing").bundle())
        .isEqualTo(ShippedConnectors.folders().get("housing"));
  }
}
