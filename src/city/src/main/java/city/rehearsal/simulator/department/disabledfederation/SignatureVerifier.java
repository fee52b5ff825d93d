package city.rehearsal.simulator.department.disabledfederation;

import city.rehearsal.simulator.protocol.http.DepartmentServlet;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** Accepts a call if its signature is right, its time is current, and its nonce is new. */
final class SignatureVerifier {
  private final Map<String, byte[]> secrets = new HashMap<>();
  private final Map<String, Instant> nonces = new HashMap<>();
  private final Clock wall;

  /** The headers by which a caller authenticates. */
  record Credential(String application, String time, String nonce, String signature) {}

  SignatureVerifier(String applications, Clock wall) {
    this.wall = wall;
    applications
        .lines()
        .map(line -> line.split(":", 2))
        .forEach(pair -> secrets.put(pair[0], pair[1].getBytes(StandardCharsets.UTF_8)));
  }

  /** Why the call is refused, if it is. */
  synchronized Optional<String> objection(Interface called, Credential credential, byte[] body) {
    byte[] secret = secrets.get(credential.application());
    if (secret == null || !credential.application().equals(called.applicationId())) {
      return Optional.of("应用标识不属于本接口");
    }
    if (!MessageDigest.isEqual(
        bytes(signature(secret, credential, body)), bytes(credential.signature()))) {
      return Optional.of("签名错误");
    }
    Instant now = wall.instant();
    if (!DepartmentServlet.isCurrent(credential.time(), now)) {
      return Optional.of("时间戳超出允许范围");
    }
    // an older call is refused for its time
    nonces
        .values()
        .removeIf(at -> at.plus(DepartmentServlet.TOLERANCE.multipliedBy(2)).isBefore(now));
    return nonces.putIfAbsent(credential.nonce(), now) == null
        ? Optional.empty()
        : Optional.of("随机数重复");
  }

  private static String signature(byte[] secret, Credential credential, byte[] body) {
    HMac mac = new HMac(new SM3Digest());
    mac.init(new KeyParameter(secret));
    for (String line :
        new String[] {credential.application(), credential.time(), credential.nonce()}) {
      byte[] bytes = bytes(line + "\n");
      mac.update(bytes, 0, bytes.length);
    }
    mac.update(body, 0, body.length);
    byte[] signature = new byte[mac.getMacSize()];
    mac.doFinal(signature, 0);
    return HexFormat.of().formatHex(signature);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
