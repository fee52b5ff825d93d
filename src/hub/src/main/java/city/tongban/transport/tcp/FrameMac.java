package city.tongban.transport.tcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.tongban.canonical.Fault;
import city.tongban.security.Credentials;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * The secrets shared with a back-end whose messages carry a MAC, HMAC-SM3: one {@code id:secret} a
 * line. The hub signs with the first and accepts a MAC by any of them, so that a new secret can be
 * added before the old one is removed.
 */
record FrameMac(Credentials credentials, String credential) {
  static final String ALGORITHM = "HMAC-SM3";

  /** The id of the signing secret. */
  String current() {
    return all().keySet().iterator().next();
  }

  /** The MAC over some bytes; empty for an unknown key. */
  Optional<byte[]> mac(String key, byte[] bytes, int length) {
    return Optional.ofNullable(all().get(key)).map(secret -> mac(secret, bytes, length));
  }

  private static byte[] mac(byte[] secret, byte[] bytes, int length) {
    HMac mac = new HMac(new SM3Digest());
    mac.init(new KeyParameter(secret));
    mac.update(bytes, 0, length);
    byte[] made = new byte[mac.getMacSize()];
    mac.doFinal(made, 0);
    return made;
  }

  /** All secrets; read for each call, so that a new one works at once. */
  private Map<String, byte[]> all() {
    Map<String, byte[]> keys = new LinkedHashMap<>();
    for (String line : credentials.secret(credential).lines().toList()) {
      int colon = line.indexOf(':');
      if (colon < 1 || colon > 8 || colon == line.length() - 1) {
        throw Fault.of("HUB-8007", "credential '%s' has the wrong form", credential)
            .because("a line of it is not like K1:secret, with at most 8 letters before the colon")
            .fix("write one id:secret a line into the file below hub.secrets");
      }
      keys.put(line.substring(0, colon), line.substring(colon + 1).getBytes(UTF_8));
    }
    return keys;
  }
}
