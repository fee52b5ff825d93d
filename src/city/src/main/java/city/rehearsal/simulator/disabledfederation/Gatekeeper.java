package city.rehearsal.simulator.disabledfederation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * Lets a call in when its signature is right, its time is about now, and nobody has used it yet.
 */
final class Gatekeeper {
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  private final Map<String, byte[]> secrets = new HashMap<>();
  private final Map<String, Instant> used = new HashMap<>();
  private final Clock wall;

  /** What the caller shows. */
  record Shown(String application, String time, String nonce, String signature) {}

  Gatekeeper(String applications, Clock wall) {
    this.wall = wall;
    applications
        .lines()
        .map(line -> line.split(":", 2))
        .forEach(pair -> secrets.put(pair[0], pair[1].getBytes(StandardCharsets.UTF_8)));
  }

  /** Why the call may not come in, if it may not. */
  synchronized Optional<String> objection(Interface called, Shown shown, byte[] body) {
    byte[] secret = secrets.get(shown.application());
    if (secret == null || !shown.application().equals(called.application())) {
      return Optional.of("应用标识不属于本接口");
    }
    if (!MessageDigest.isEqual(bytes(signature(secret, shown, body)), bytes(shown.signature()))) {
      return Optional.of("签名错误");
    }
    Instant now = wall.instant();
    if (!aboutNow(shown.time(), now)) {
      return Optional.of("时间戳超出允许范围");
    }
    // an older one would be refused for its time
    used.values().removeIf(at -> at.plus(TOLERANCE.multipliedBy(2)).isBefore(now));
    return used.putIfAbsent(shown.nonce(), now) == null ? Optional.empty() : Optional.of("随机数重复");
  }

  private static boolean aboutNow(String millis, Instant now) {
    try {
      Instant at = Instant.ofEpochMilli(Long.parseLong(millis));
      return Duration.between(at, now).abs().compareTo(TOLERANCE) <= 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static String signature(byte[] secret, Shown shown, byte[] body) {
    HMac mac = new HMac(new SM3Digest());
    mac.init(new KeyParameter(secret));
    for (String line : new String[] {shown.application(), shown.time(), shown.nonce()}) {
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
