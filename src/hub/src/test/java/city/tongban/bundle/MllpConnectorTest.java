package city.tongban.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import city.tongban.canonical.HubException;
import city.tongban.connector.Bundle;
import city.tongban.connector.Connector;
import city.tongban.transport.TestTransports;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the folder of a back-end that speaks HL7 must say, before a port is opened for it. */
class MllpConnectorTest {
  private final FolderCheck check = new FolderCheck(TestTransports.all());

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "address: mllps:; address: mllp:; mllps://",
        "listen: mllps://127.0.0.1:8095; listen: mllp://127.0.0.1:8095; mllps://",
        "listen: mllps://127.0.0.1:8095; listen: mllps://127.0.0.1; mllps://",
        "listen: mllps://127.0.0.1:8095; '#'; mllp.listen",
        "WJXT|SHWJW; WJXT; allowedSenders",
        "WJXT|SHWJW; 卫计|SHWJW; allowedSenders",
        "doubt: same-id; doubt: person; same-id",
        "codec: hl7; codec: edifact; codec"
      })
  void whatDoesNotFitIsToldInASentence(String right, String wrong, String word) {
    HubException refused =
        catchThrowableOfType(
            HubException.class,
            () -> check.check(ShippedConnectors.with("health", Map.of(right, wrong))));

    assertThat(refused.problem().code()).isEqualTo("HUB-8004");
    assertThat(refused.problem().what()).contains(word);
  }

  @Test
  void aSettingSaysWhereTheDoorIsInThisDeployment() {
    Bundle shipped = ShippedConnectors.folders().get("health");
    URI here = URI.create("mllps://127.0.0.1:12345");

    Connector connector =
        new ConnectorReader(Map.of(), Map.of("health", here)).read("health", shipped);

    assertThat(connector.mllp().listen()).isEqualTo(here);
    assertThat(connector.mllp().allowedSenders()).containsExactly("WJXT|SHWJW", "WJXT|PDFY");
  }
}
