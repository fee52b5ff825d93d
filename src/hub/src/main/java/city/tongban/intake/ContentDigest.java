package city.tongban.intake;

import city.tongban.canonical.Sha256;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * Computes a digest of a message's content, independent of its notation.
 *
 * <p>A repeat is recognised by it (P2). The bytes cannot be used: a SOAP client writes a new
 * envelope, with other prefixes and headers, for each try, and a centre whose SOAP connection is
 * down may send the same message by REST.
 */
final class ContentDigest {
  private static final JsonMapper CANONICAL =
      JsonMapper.builder()
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII) // half a surrogate keeps its number
          .build();

  private ContentDigest() {}

  /**
   * SHA-256 of the canonical form.
   *
   * @param about what the message states by its URL instead of its body
   */
  static String digest(String about, JsonNode tree) {
    try {
      String canonical = CANONICAL.writeValueAsString(CANONICAL.treeToValue(tree, Object.class));
      return Sha256.hex(about + canonical);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was parsed can be written", e);
    }
  }
}
