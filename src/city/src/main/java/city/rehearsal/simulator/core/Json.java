package city.rehearsal.simulator.core;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * JSON as departments read it: UTF-8 without a byte order mark, no duplicate keys, nothing after
 * the end, at most 16 levels deep.
 */
public final class Json {
  public static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  static {
    MAPPER
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder().maxNestingDepth(16).maxNumberLength(40).build());
  }

  private Json() {}

  /** An empty object. */
  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** Reads the one object in {@code body}. */
  public static ObjectNode object(byte[] body) throws FormatException {
    try {
      JsonNode node = MAPPER.readTree(Text.decode(body, StandardCharsets.UTF_8));
      if (node instanceof ObjectNode object) {
        return object;
      }
      throw new FormatException("not a JSON object");
    } catch (CharacterCodingException e) {
      throw new FormatException("not UTF-8");
    } catch (JacksonException e) {
      throw new FormatException("not JSON: " + e.getOriginalMessage());
    }
  }
}
