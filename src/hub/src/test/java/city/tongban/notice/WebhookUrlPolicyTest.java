package city.tongban.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.tongban.canonical.Refusal;
import city.tongban.notice.WebhookUrlPolicy.Names;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A partner chooses the address; it never leads to a service that trusts this machine. */
class WebhookUrlPolicyTest {
  private static final int OWN_PORT = 8080;
  private static final Names REAL = InetAddress::getAllByName;

  private final WebhookUrlPolicy rehearsal = new WebhookUrlPolicy(true, false, OWN_PORT, REAL);
  private final WebhookUrlPolicy city = new WebhookUrlPolicy(false, true, OWN_PORT, REAL);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:9000/notices",
        "http://localhost:9000/notices?centre=1",
        "http://[::1]:9000/",
        "https://127.0.0.1:9000/notices"
      })
  void aRehearsalPushesToItsOwnMachine(String url) {
    assertThat(rehearsal.accept(url)).isEqualTo(URI.create(url));
    assertRefused(city, url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://centre.example/notices",
        "https://10.4.3.2/notices",
        "https://[2001:db8::1]:8443/notices"
      })
  void anotherMachineIsCalledByHttpsIfTheSettingAllowsIt(String url) {
    assertThat(city.accept(url)).isEqualTo(URI.create(url));
    assertRefused(rehearsal, url);
    assertRefused(city, url.replace("https:", "http:"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:8080/api/v1/cases", // the hub itself
        "http://localhost:8080/",
        "http://[::1]:8080/",
        "http://2130706433:8080/", // 127.0.0.1 as one number
        "http://127.1:8080/",
        "http://user:secret@127.0.0.1:9000/",
        "http://127.0.0.1:9000@centre.example/",
        "http://127.0.0.1:9000/#fragment",
        "http://centre.example/",
        "http://0.0.0.0:9000/",
        "http://169.254.169.254/latest/meta-data/",
        "ftp://127.0.0.1/",
        "file:///etc/passwd",
        "//127.0.0.1/",
        "127.0.0.1:9000",
        "http:///notices",
        "http://127.0.0.1:9000/a b",
        ""
      })
  void aRehearsalRefuses(String url) {
    assertRefused(rehearsal, url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "169.254.169.254",
        "169.254.0.1",
        "[fe80::1]",
        "[::ffff:169.254.169.254]",
        "[::169.254.169.254]",
        "[64:ff9b::169.254.169.254]", // NAT64
        "[2002:a9fe:a9fe::]", // 6to4
        "[fd00:ec2::254]",
        "100.100.100.200",
        "168.63.129.16",
        "127.0.0.1",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "[64:ff9b::127.0.0.1]",
        "2130706433",
        "0.0.0.0",
        "[::]",
        "0.1.2.3",
        "224.0.0.1",
        "[ff02::1]",
        "255.255.255.255",
        "[fec0::1]"
      })
  void inProductionForbiddenAddressesAreRefused(String host) {
    assertRefused(city, "https://" + host + "/");
    String bare = host.replaceAll("[\\[\\]]", "");
    assertThatThrownBy(() -> city.resolve(bare, 443)).isInstanceOf(ForbiddenAddressException.class);
  }

  @Test
  void allAddressesOfAHostNameAreCheckedWhenTheConnectionIsMade() throws Exception {
    InetAddress good = InetAddress.getByName("10.4.3.2");
    InetAddress bad = InetAddress.getByName("169.254.169.254");

    assertThat(reach(good).resolve("centre.example", 443))
        .containsExactly(new InetSocketAddress(good, 443));
    assertThatThrownBy(() -> reach(good, bad).resolve("centre.example", 443))
        .isInstanceOf(ForbiddenAddressException.class);
  }

  @Test
  void anAddressOfThisMachineWithTheHubsPortIsTheHub() throws Exception {
    InetAddress own = InetAddress.getLoopbackAddress();

    assertThatThrownBy(() -> rehearsal.resolve(own.getHostAddress(), OWN_PORT))
        .isInstanceOf(ForbiddenAddressException.class);
    assertThat(rehearsal.resolve(own.getHostAddress(), OWN_PORT + 1)).hasSize(1);
  }

  @Test
  void noConnectionIsMadeToANameThatLeadsToAForbiddenAddress() throws Exception {
    try (ServerSocket inside = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      URI url = URI.create("http://centre.example:" + inside.getLocalPort() + "/");

      assertThatThrownBy(() -> send(new WebhookUrlPolicy(false, true, OWN_PORT, LOOPBACK), url))
          .isInstanceOf(ForbiddenAddressException.class);

      inside.setSoTimeout(1);
      assertThatThrownBy(inside::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void theCheckedAddressIsTheOneThatIsCalledUnderItsName() throws Exception {
    try (Receiver receiver = new Receiver(Clock.systemUTC())) {
      URI url = URI.create("http://centre.example:" + receiver.port() + "/");

      assertThat(send(new WebhookUrlPolicy(true, true, OWN_PORT, LOOPBACK), url).status())
          .isEqualTo(204);

      assertThat(receiver.got().get(0).header("Host")).startsWith("centre.example");
    }
  }

  private static final Names LOOPBACK =
      host -> new InetAddress[] {InetAddress.getLoopbackAddress()};

  private static WebhookUrlPolicy reach(InetAddress... addresses) {
    return new WebhookUrlPolicy(
        false, true, OWN_PORT, host -> Arrays.copyOf(addresses, addresses.length));
  }

  private static PushResponse send(WebhookUrlPolicy urlPolicy, URI url) throws Exception {
    PushProperties limits = PushBench.limits(Map.of());
    WebhookHttpClient client = new WebhookHttpClient(limits, urlPolicy);
    try (PushTimeout timeout = new PushTimeout(limits, () -> true)) {
      Map<String, String> headers =
          Map.of(
              WebhookSigner.ID, "n", WebhookSigner.TIMESTAMP, "1", WebhookSigner.SIGNATURE, "k=00");
      return client.send(url, headers, new byte[] {'{', '}'}, timeout);
    } finally {
      client.destroy();
    }
  }

  private static void assertRefused(WebhookUrlPolicy urlPolicy, String url) {
    assertThatThrownBy(() -> urlPolicy.accept(url))
        .isInstanceOfSatisfying(
            Refusal.class, no -> assertThat(no.problem().code()).isEqualTo("HUB-5020"));
  }
}
