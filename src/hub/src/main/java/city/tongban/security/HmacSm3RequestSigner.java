package city.tongban.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.tongban.canonical.Fault;
import city.tongban.connector.Connector;
import city.tongban.connector.HmacSm3Authentication;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import org.apache.hc.core5.http.HttpRequest;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** Signs each call with the secret of the application that its path belongs to. */
final class HmacSm3RequestSigner implements RequestSigner {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Connector connector;
  private final HmacSm3Authentication shape;
  private final Credentials credentials;
  private final Clock wall;

  HmacSm3RequestSigner(
      Connector connector, HmacSm3Authentication shape, Credentials credentials, Clock wall) {
    this.connector = connector;
    this.shape = shape;
    this.credentials = credentials;
    this.wall = wall;
  }

  @Override
  public void onto(HttpRequest request, byte[] body) {
    String application = application(request.getPath());
    String time = String.valueOf(wall.millis());
    String nonce = nonce();
    HMac mac = new HMac(new SM3Digest());
    mac.init(new KeyParameter(secret(application).getBytes(UTF_8)));
    byte[] head = (application + "\n" + time + "\n" + nonce + "\n").getBytes(UTF_8);
    mac.update(head, 0, head.length);
    mac.update(body, 0, body.length);
    byte[] signature = new byte[mac.getMacSize()];
    mac.doFinal(signature, 0);
    HmacSm3Authentication.Headers headers = shape.headers();
    request.setHeader(headers.application(), application);
    request.setHeader(headers.time(), time);
    request.setHeader(headers.nonce(), nonce);
    request.setHeader(headers.signature(), HexFormat.of().formatHex(signature));
  }

  private String application(String target) {
    String path = target.replaceFirst("\\?.*", "");
    String below = path.substring(connector.address().getPath().length());
    String application = shape.applications().get(below);
    if (application == null) {
      throw Fault.of("HUB-8010", "%s knows us by no application at %s", connector.backEnd(), below)
          .fix("add the path to authentication.applications of its connector");
    }
    return application;
  }

  private String secret(String application) {
    return credentials
        .secret(connector.credential())
        .lines()
        .filter(line -> line.startsWith(application + ":"))
        .map(line -> line.substring(application.length() + 1))
        .findFirst()
        .orElseThrow(
            () ->
                Fault.of("HUB-8007", "credential '%s' has the wrong form", connector.credential())
                    .because("it has no line that begins with %s:".formatted(application))
                    .fix("write one id:secret a line into the file below hub.secrets"));
  }

  private static String nonce() {
    byte[] bits = new byte[16];
    RANDOM.nextBytes(bits);
    return HexFormat.of().formatHex(bits);
  }
}
