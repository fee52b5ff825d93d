package city.tongban.transport.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.rehearsal.client.SecretFolder;
import city.rehearsal.client.Sm2Keys;
import city.tongban.bundle.ShippedConnectors;
import city.tongban.canonical.HubException;
import city.tongban.connector.Connector;
import city.tongban.transport.TransportBench;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.apache.camel.Exchange;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that are signed one by one, opposite servers that check them by means of their own. */
class SignedCallsTest {
  private static final String FEDERATION = "disabled-federation";
  private static final String BUREAU = "economy-informatisation";
  private static final String SIGN_UP = "POST /gateway/traffic-allowance";
  private static final String APPLY = "POST /api/v1/applications";
  private static final byte[] XML =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><REQUEST><XM>䶮𠮷 &amp; 1+1</XM></REQUEST>"
          .getBytes(UTF_8);
  private static final byte[] JSON = "{\"xm\":\"䶮𠮷\"}".getBytes(UTF_8);

  @TempDir Path secrets;
  private TransportBench bench;

  @BeforeEach
  void open() throws Exception {
    bench = new TransportBench(secrets);
    Files.writeString(secrets.resolve(FEDERATION), "TBSN-SHBT:other\nTBSN-JTBT:s3:cret\n");
    Sm2Keys.make(new SecretFolder(secrets), BUREAU);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void theDocumentTravelsInOneFieldOfAFormSignedByTheApplicationOfItsPath() {
    bench.on("/f/gateway", call -> TransportBench.answer(call, 200, "application/xml", XML));

    Exchange answer = bench.call(federation(), SIGN_UP, XML);

    assertThat(answer.getException()).isNull();
    assertThat(answer.getMessage().getBody()).isEqualTo(XML);
    TransportBench.Request request = bench.requests.get(0);
    assertThat(request.headers().get("Content-type"))
        .containsExactly("application/x-www-form-urlencoded; charset=UTF-8");
    String form = new String(request.body(), UTF_8);
    assertThat(form).startsWith("data=").doesNotContain("&", " ");
    assertThat(URLDecoder.decode(form.substring(5), UTF_8)).isEqualTo(new String(XML, UTF_8));
    assertThat(header(request, "Cl-app-id")).isEqualTo("TBSN-JTBT");
    assertThat(Long.parseLong(header(request, "Cl-timestamp")))
        .isBetween(System.currentTimeMillis() - 60_000, System.currentTimeMillis());
    assertThat(header(request, "Cl-signature")).isEqualTo(hmac("s3:cret", request));
  }

  @Test
  void theSameBytesAgainAreSignedAnew() {
    bench.on("/f/gateway", call -> TransportBench.answer(call, 503, "application/xml", XML));

    bench.call(federation(), SIGN_UP, XML);
    bench.call(federation(), SIGN_UP, XML);

    TransportBench.Request first = bench.requests.get(0);
    TransportBench.Request second = bench.requests.get(1);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(header(second, "Cl-nonce")).isNotEqualTo(header(first, "Cl-nonce"));
    assertThat(header(second, "Cl-signature")).isEqualTo(hmac("s3:cret", second));
  }

  @Test
  void aRefusedSignatureComesBackAsAStatusAndIsSentOnlyOnce() {
    bench.on("/f/gateway", call -> TransportBench.answer(call, 401, "application/xml", XML));

    Exchange answer = bench.call(federation(), SIGN_UP, XML);

    assertThat(answer.getMessage().getHeader("HubStatus")).isEqualTo(401);
    assertThat(bench.requests).hasSize(1);
  }

  @Test
  void anApplicationWithoutASecretSendsNothingAndSaysWhichIsMissing() {
    Exchange answer = bench.call(federation(), "POST /gateway/care-allowance", XML);

    assertThat(code(answer)).isEqualTo("HUB-8007");
    assertThat(problem(answer).problem().why()).contains("TBSN-HLBT");
    assertThat(problem(answer).toString()).doesNotContain("s3:cret");
    assertThat(bench.requests).isEmpty();
  }

  @Test
  void aSignedCallGetsASignedAnswer() {
    bench.on(
        "/b/api",
        call -> {
          boolean ours = verifies(bench.requests.get(0));
          signed(call, ours ? 200 : 401, JSON, signature(call), BUREAU + "-signer");
        });

    Exchange answer = bench.call(bureau(), APPLY, JSON);

    assertThat(answer.getException()).isNull();
    assertThat(answer.getMessage().getHeader("HubStatus")).isEqualTo(200);
    assertThat(answer.getMessage().getBody()).isEqualTo(JSON);
    assertThat(bench.requests.get(0).body()).isEqualTo(JSON);
    assertThat(answer.getMessage().getHeaders().keySet()).noneMatch(name -> name.startsWith("JX-"));
  }

  @Test
  void anAnswerSignedByAnotherKeyIsNotBelieved() {
    bench.on("/b/api", call -> signed(call, 200, JSON, signature(call), BUREAU));

    Exchange answer = bench.call(bureau(), APPLY, JSON);

    assertThat(code(answer)).isEqualTo("HUB-4030");
    assertThat(answer.getMessage().getBody()).as("evidence").isEqualTo(JSON);
    assertThat(answer.getMessage().getHeader("HubStatus")).isEqualTo(200);
  }

  @Test
  void theAnswerToAnotherCallIsNotBelieved() {
    String[] first = new String[1];
    bench.on(
        "/b/api",
        call -> {
          first[0] = first[0] == null ? signature(call) : first[0];
          signed(call, 200, JSON, first[0], BUREAU + "-signer");
        });

    assertThat(bench.call(bureau(), APPLY, JSON).getException()).isNull();
    assertThat(code(bench.call(bureau(), APPLY, JSON))).isEqualTo("HUB-4030");
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 400, 404, 409, 422})
  void anAnswerWithoutASignatureIsNotBelieved(int status) {
    bench.on("/b/api", call -> TransportBench.answer(call, status, "application/json", JSON));

    assertThat(code(bench.call(bureau(), APPLY, JSON))).isEqualTo("HUB-4030");
  }

  /** A gateway before them that has no key says these; nothing is decided by them. */
  @ParameterizedTest
  @ValueSource(ints = {302, 401, 403, 408, 429, 500, 503})
  void aStatusThatDecidesNothingNeedsNoSignature(int status) {
    bench.on("/b/api", call -> TransportBench.answer(call, status, "text/plain", JSON));

    assertThat(bench.call(bureau(), APPLY, JSON).getMessage().getHeader("HubStatus"))
        .isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"not base 64!", "", "AAAA"})
  void aSignatureThatIsNoneIsNotBelieved(String signature) {
    bench.on(
        "/b/api",
        call -> {
          call.getResponseHeaders().add("JX-Timestamp", "1");
          call.getResponseHeaders().add("JX-Signature", signature);
          TransportBench.answer(call, 200, "application/json", JSON);
        });

    assertThat(code(bench.call(bureau(), APPLY, JSON))).isEqualTo("HUB-4030");
  }

  @ParameterizedTest
  @ValueSource(strings = {"no pem", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"})
  void aKeyOfAnotherFormSendsNothing(String key) throws IOException {
    Files.writeString(secrets.resolve(BUREAU), key);

    Exchange answer = bench.call(bureau(), APPLY, JSON);

    assertThat(code(answer)).isEqualTo("HUB-8007");
    assertThat(bench.requests).isEmpty();
  }

  private Connector federation() {
    return ShippedConnectors.with(FEDERATION, bench.address("/f"), Map.of());
  }

  private Connector bureau() {
    return ShippedConnectors.with(BUREAU, bench.address("/b"), Map.of());
  }

  private static String hmac(String secret, TransportBench.Request request) {
    HMac mac = new HMac(new SM3Digest());
    mac.init(new KeyParameter(secret.getBytes(UTF_8)));
    String signed =
        "%s\n%s\n%s\n%s"
            .formatted(
                header(request, "Cl-app-id"),
                header(request, "Cl-timestamp"),
                header(request, "Cl-nonce"),
                new String(request.body(), UTF_8));
    mac.update(signed.getBytes(UTF_8), 0, signed.getBytes(UTF_8).length);
    byte[] out = new byte[mac.getMacSize()];
    mac.doFinal(out, 0);
    return HexFormat.of().formatHex(out);
  }

  private boolean verifies(TransportBench.Request request) throws IOException {
    SM2Signer signer = new SM2Signer();
    signer.init(false, PublicKeyFactory.createKey(der(BUREAU + "-public")));
    byte[] time = (header(request, "Jx-timestamp") + "\n").getBytes(UTF_8);
    signer.update(time, 0, time.length);
    signer.update(request.body(), 0, request.body().length);
    return signer.verifySignature(Base64.getDecoder().decode(header(request, "Jx-signature")));
  }

  private void signed(HttpExchange call, int status, byte[] body, String to, String key)
      throws IOException {
    String time = "1530491400000";
    SM2Signer signer = new SM2Signer();
    signer.init(
        true, new ParametersWithRandom(PrivateKeyFactory.createKey(der(key)), new SecureRandom()));
    byte[] head = (time + "\n" + to + "\n").getBytes(UTF_8);
    signer.update(head, 0, head.length);
    signer.update(body, 0, body.length);
    call.getResponseHeaders().add("JX-Timestamp", time);
    try {
      call.getResponseHeaders()
          .add("JX-Signature", Base64.getEncoder().encodeToString(signer.generateSignature()));
    } catch (CryptoException e) {
      throw new IOException(e);
    }
    TransportBench.answer(call, status, "application/json", body);
  }

  private byte[] der(String name) throws IOException {
    return Base64.getMimeDecoder()
        .decode(Files.readString(secrets.resolve(name)).replaceAll("-----[A-Z ]+-----", ""));
  }

  private static String signature(HttpExchange call) {
    return call.getRequestHeaders().getFirst("JX-Signature");
  }

  private static String header(TransportBench.Request request, String name) {
    return request.headers().get(name).get(0);
  }

  private static HubException problem(Exchange exchange) {
    return (HubException) exchange.getException();
  }

  private static String code(Exchange exchange) {
    return problem(exchange).problem().code();
  }
}
