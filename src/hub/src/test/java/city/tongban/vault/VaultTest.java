package city.tongban.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.tongban.canonical.Fault;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is sealed opens in its place with its key, and never otherwise. */
class VaultTest {
  private static final EncryptionContext HERE = new EncryptionContext("trail", "in_body", "018f");
  private static final byte[] WORDS = "王小明 11010519491231002X 𠮷".getBytes(StandardCharsets.UTF_8);

  @ParameterizedTest
  @EnumSource
  void whatIsSealedOpensAndDoesNotShow(Algorithm algorithm) {
    Vault vault = vault(algorithm);

    byte[] sealed = vault.seal(HERE, WORDS);

    assertThat(vault.open(HERE, sealed)).isEqualTo(WORDS);
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
        .doesNotContain("11010519491231002X");
    assertThat(vault.seal(HERE, WORDS)).isNotEqualTo(sealed); // a nonce of its own each time
  }

  @ParameterizedTest
  @EnumSource
  void anyBitThatIsChangedIsFound(Algorithm algorithm) {
    Vault vault = vault(algorithm);
    byte[] sealed = vault.seal(HERE, WORDS);

    for (int i = 0; i < sealed.length; i++) {
      byte[] changed = sealed.clone();
      changed[i] ^= 1;
      assertRefused(vault, HERE, changed);
    }
    assertRefused(vault, HERE, Arrays.copyOf(sealed, sealed.length - 1));
    assertRefused(vault, HERE, new byte[0]);
  }

  @ParameterizedTest
  @EnumSource
  void inAnotherRowColumnOrTableItDoesNotOpen(Algorithm algorithm) {
    Vault vault = vault(algorithm);
    byte[] sealed = vault.seal(HERE, WORDS);

    assertRefused(vault, new EncryptionContext("trail", "in_body", "018e"), sealed);
    assertRefused(vault, new EncryptionContext("trail", "out_body", "018f"), sealed);
    assertRefused(vault, new EncryptionContext("notice", "in_body", "018f"), sealed);
  }

  @Test
  void whatWasSealedBeforeTheAlgorithmWasChangedStillOpens() {
    KeyFileContent lines = KeyFileContent.none();
    lines.complete(Algorithm.AES_256_GCM, new SecureRandom());
    byte[] sealed = new Vault(lines.keys(Algorithm.AES_256_GCM)).seal(HERE, WORDS);

    assertThat(lines.complete(Algorithm.SM4_GCM, new SecureRandom())).isTrue();
    Vault changed = new Vault(lines.keys(Algorithm.SM4_GCM));

    assertThat(changed.open(HERE, sealed)).isEqualTo(WORDS);
    assertThat(changed.seal(HERE, WORDS)[4]).isEqualTo((byte) 2); // the second key
  }

  @Test
  void theBlockCipherIsTheOneOfTheStandard() {
    // GB/T 32907-2016, annex A.1: key and text are the same sixteen bytes
    byte[] sample = HexFormat.of().parseHex("0123456789abcdeffedcba9876543210");
    byte[] out = new byte[16];
    SM4Engine engine = new SM4Engine();
    engine.init(true, new KeyParameter(sample));
    engine.processBlock(sample, 0, out, 0);

    assertThat(out).asHexString().isEqualToIgnoringCase("681edf34d206965e86b3e94f536e4246");
  }

  @Test
  void aFingerprintIsTheSameForTheSameWordAndKindOnly() {
    KeyedHasher prints = TestVault.fingerprints();

    assertThat(prints.of("ID", "11010519491231002X"))
        .isEqualTo(prints.of("ID", "11010519491231002X"));
    assertThat(prints.of("ID", "11010519491231002X"))
        .isNotEqualTo(prints.of("NAME", "11010519491231002X"));
    assertThat(prints.of("ID", "11010519491231002X"))
        .isNotEqualTo(
            new KeyedHasher(new KeyRing(List.of(), key(), new byte[32]))
                .of("ID", "11010519491231002X"));
  }

  private static Key key() {
    return new Key(1, Algorithm.SM4_GCM, new byte[16]);
  }

  private static Vault vault(Algorithm algorithm) {
    KeyFileContent lines = KeyFileContent.none();
    lines.complete(algorithm, new SecureRandom());
    return new Vault(lines.keys(algorithm));
  }

  private static void assertRefused(Vault vault, EncryptionContext place, byte[] sealed) {
    assertThatThrownBy(() -> vault.open(place, sealed))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("HUB-7001")
        .message()
        .doesNotContain("王小明");
  }
}
