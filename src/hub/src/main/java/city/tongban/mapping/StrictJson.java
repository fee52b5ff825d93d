package city.tongban.mapping;

import city.tongban.canonical.Refusal;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * Reads untrusted JSON: refuses duplicate keys, deep nesting, long numbers and invalid characters.
 */
final class StrictJson {
  private static final int DEPTH_MAX = 32;
  private static final int DIGITS_MAX = 40;
  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEPTH_MAX)
                          .maxNumberLength(DIGITS_MAX)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private StrictJson() {}

  static JsonNode read(String text) {
    try {
      JsonNode json = MAPPER.readTree(text);
      if (json.isMissingNode()) {
        throw wrong("it is empty");
      }
      whole(json);
      return json;
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      throw wrong(
          at == null
              ? "it is nested too deep, or a number is too long"
              : "the parser stopped at line %d, column %d"
                  .formatted(at.getLineNr(), at.getColumnNr()));
    }
  }

  /** Escapes could introduce characters that strict decoding refuses. */
  private static void whole(JsonNode json) {
    if (json.isTextual() && json.textValue().codePoints().anyMatch(StrictJson::broken)) {
      throw wrong("a text contains an unpaired surrogate, U+FFFD or a control character");
    }
    json.fieldNames()
        .forEachRemaining(
            name -> {
              if (name.codePoints().anyMatch(StrictJson::broken)) {
                throw wrong("a key contains an unpaired surrogate");
              }
            });
    json.forEach(StrictJson::whole);
  }

  private static boolean broken(int c) {
    return (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
        || (c & 0xFFFE) == 0xFFFE
        || c == 0xFFFD
        || (c < 0x20 && c != '\t' && c != '\n' && c != '\r');
  }

  private static Refusal wrong(String why) {
    return Refusal.of("HUB-9008", "the text is not well-formed JSON")
        .because(why)
        .fix(
            "send one JSON document, without repeated keys, at most " + DEPTH_MAX + " levels deep");
  }
}
