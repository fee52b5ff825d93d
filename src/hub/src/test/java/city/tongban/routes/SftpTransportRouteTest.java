package city.tongban.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.camel.component.file.remote.SftpConfiguration;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.junit.jupiter.api.Test;

@TestsRoute(
    files = {"2-call.camel.yaml", "transports/sftp.camel.yaml"},
    ids = "transport-sftp")
class SftpTransportRouteTest extends TransportRouteTestSupport {
  @Override
  String routeTemplate() {
    return "transport-sftp";
  }

  @Override
  Map<String, Object> parameters() {
    return Map.of(
        "address", "sftp://hub@127.0.0.1:1/box",
        "key", "hub-key",
        "knownHosts", "known-hosts",
        "connectTimeout", 1000,
        "timeout", 2000);
  }

  @Override
  String endpoints() {
    return "sftp:*";
  }

  @Test
  void onlyTheKnownServerIsSpokenToAndOnlyWithTheKey() {
    SftpConfiguration server = endpoint(SftpEndpoint.class).getConfiguration();

    assertThat(server.getStrictHostKeyChecking()).isEqualTo("yes");
    assertThat(server.isUseUserKnownHostsFile()).isFalse();
    assertThat(server.getKnownHostsFile()).isEqualTo("known-hosts");
    assertThat(server.getPreferredAuthentications()).isEqualTo("publickey");
    assertThat(server.getPrivateKeyFile()).isEqualTo("hub-key");
    assertThat(server.getConnectTimeout()).isEqualTo(1000);
    assertThat(server.getSoTimeout()).isEqualTo(2000);
  }

  @Test
  void aFileAppearsWholeAndItsOkFileAfterItAndNothingIsTriedTwice() {
    SftpEndpoint endpoint = endpoint(SftpEndpoint.class);

    assertThat(endpoint.getTempPrefix()).isEqualTo(".part-");
    assertThat(endpoint.getDoneFileName()).isEqualTo("${file:name}.ok");
    assertThat(endpoint.getMaximumReconnectAttempts()).isZero();
    assertThat(endpoint.isAutoCreate()).isFalse();
    assertThat(endpoint.isDisconnect()).isTrue();
  }
}
