package city.tongban.vault;

import city.tongban.canonical.Fault;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/**
 * Seals what is stored and opens it again.
 *
 * <p>Sealed bytes are: one byte of version, four of the key's id, twelve of nonce, then ciphertext
 * and tag. What is sealed was compressed first.
 */
public final class Vault {
  private static final byte VERSION = 1;
  private static final int HEAD_BYTES = 1 + Integer.BYTES + Algorithm.NONCE_BYTES;

  private final KeyRing keys;
  private final SecureRandom random = new SecureRandom();

  Vault(KeyRing keys) {
    this.keys = keys;
  }

  /** Sealed for that place with the current key. */
  public byte[] seal(EncryptionContext place, byte[] plain) {
    return seal(place, plain, keys.current());
  }

  byte[] seal(EncryptionContext place, byte[] plain, Key key) {
    byte[] nonce = new byte[Algorithm.NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] text =
          key.algorithm()
              .crypt(true, key.bytes(), nonce, place.bytes(), ZstdCompression.pack(plain));
      return ByteBuffer.allocate(HEAD_BYTES + text.length)
          .put(VERSION)
          .putInt(key.id())
          .put(nonce)
          .put(text)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("nothing can be sealed with " + key, e);
    }
  }

  /** What was sealed for that place; a fault for everything else. */
  public byte[] open(EncryptionContext place, byte[] sealed) {
    if (sealed.length < HEAD_BYTES || sealed[0] != VERSION) {
      throw notOurs(place).because("it does not begin with the header of encrypted data");
    }
    ByteBuffer bytes = ByteBuffer.wrap(sealed, 1, sealed.length - 1);
    int id = bytes.getInt();
    byte[] nonce = new byte[Algorithm.NONCE_BYTES];
    bytes.get(nonce);
    byte[] text = new byte[bytes.remaining()];
    bytes.get(text);
    Key key = keys.find(id).orElseThrow(() -> notOurs(place).because("there is no key " + id));
    try {
      return ZstdCompression.unpack(
          key.algorithm().crypt(false, key.bytes(), nonce, place.bytes(), text));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw notOurs(place).because("it was changed, or was encrypted for another row or column");
    }
  }

  /** The same for a word; null stays null. */
  public byte @Nullable [] sealText(EncryptionContext place, @Nullable String plain) {
    return plain == null ? null : seal(place, plain.getBytes(StandardCharsets.UTF_8));
  }

  /** The same for a word; null stays null. */
  public @Nullable String openText(EncryptionContext place, byte @Nullable [] sealed) {
    return sealed == null ? null : new String(open(place, sealed), StandardCharsets.UTF_8);
  }

  private static Fault notOurs(EncryptionContext place) {
    return Fault.of(
        "HUB-7001", "the data stored in %s.%s cannot be decrypted", place.table(), place.column());
  }
}
