package city.tongban.intake;

import city.tongban.canonical.Sha256;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * What a message says, apart from how it was written: two that say the same have one digest.
 *
 * <p>By this a repeat is known (P2). The bytes would not do: a SOAP client writes a new envelope,
 * with other prefixes and headers, for each try, and a centre whose line by SOAP is down may send
 * the same message by REST.
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
   * @param about what the message says by its address instead of its body
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
