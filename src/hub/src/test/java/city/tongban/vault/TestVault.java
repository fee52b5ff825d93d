package city.tongban.vault;

import java.security.SecureRandom;

/** A vault whose keys nobody else has and nobody keeps. */
public final class TestVault {
  private static final KeyRing KEYS = keys();

  private TestVault() {}

  public static Vault vault() {
    return new Vault(KEYS);
  }

  public static KeyedHasher fingerprints() {
    return new KeyedHasher(KEYS);
  }

  private static KeyRing keys() {
    KeyFileContent lines = KeyFileContent.none();
    lines.complete(Algorithm.AES_256_GCM, new SecureRandom());
    return lines.keys(Algorithm.AES_256_GCM);
  }
}
