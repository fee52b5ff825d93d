package city.tongban.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.tongban.connector.Bundle;
import city.tongban.connector.Connector;
import city.tongban.transport.TestTransports;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class ConnectorsTest {
  private final MemoryBundleStore store = new MemoryBundleStore();
  private final List<String> activated = new ArrayList<>();
  private final ActiveConnectors connectors =
      new ActiveConnectors(
          store,
          new ConnectorReader(Map.of()),
          List.of(new FolderCheck(TestTransports.all())),
          List.of(
              (c, before) ->
                  activated.add(c.backEnd() + before.map(b -> " after another").orElse(""))));

  @Test
  void whatIsShippedBecomesActiveAndIsFoundByItsItems() {
    connectors.importBundles(ShippedConnectors.folders());

    assertThat(connectors.all()).hasSameSizeAs(ShippedConnectors.folders().keySet());
    assertThat(connectors.offering("RS9012").orElseThrow().backEnd()).isEqualTo("human-resources");
    assertThat(connectors.offering("WJ9003")).isEmpty();
    assertThat(activated).contains("grain", "housing", "human-resources", "medical-insurance");
    assertThatThrownBy(() -> connectors.active("no-such-office"))
        .hasMessageStartingWith("HUB-8001");
  }

  @Test
  void takingInTheSameFoldersAgainChangesNothing() {
    connectors.importBundles(ShippedConnectors.folders());
    Connector before = connectors.active("housing");

    connectors.importBundles(ShippedConnectors.folders());

    assertThat(connectors.active("housing")).isSameAs(before);
    assertThat(activated).doesNotHaveDuplicates();
  }

  @Test
  void aVersionThatAPersonChoseStaysThoughAnotherIsShipped() {
    connectors.importBundles(ShippedConnectors.folders());
    String chosen = connectors.active("housing").bundle().digest();
    store.choose("housing", chosen, "operator");

    connectors.importBundles(changed("attempts: 5", "attempts: 7"));

    assertThat(connectors.active("housing").bundle().digest()).isEqualTo(chosen);
    assertThat(connectors.active("housing").limits().attempts()).isEqualTo(5);
  }

  @Test
  void aBrokenFolderLeavesTheVersionBefore() {
    connectors.importBundles(ShippedConnectors.folders());
    String before = connectors.active("housing").version();

    connectors.importBundles(changed("doubt: ask", "doubt: maybe"));

    assertThat(connectors.active("housing").version()).isEqualTo(before);
    assertThat(connectors.active("human-resources")).isNotNull();
  }

  @Test
  void aVersionActivatedElsewhereIsFollowedWithinSeconds() {
    connectors.importBundles(ShippedConnectors.folders());
    Bundle other = changed("attempts: 5", "attempts: 7").get("housing");
    store.keep("housing", other);

    store.choose("housing", other.digest(), "operator");

    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> connectors.active("housing").limits().attempts() == 7);
    assertThat(activated).contains("housing after another");
  }

  private static Map<String, Bundle> changed(String line, String into) {
    Map<String, Bundle> folders = new HashMap<>(ShippedConnectors.folders());
    Bundle housing = folders.get("housing");
    String yaml = TestBundles.text(housing, ConnectorReader.FILE);
    assertThat(yaml).contains(line);
    folders.put(
        "housing", TestBundles.with(housing, ConnectorReader.FILE, yaml.replace(line, into)));
    return folders;
  }
}
