package city.tongban.intake;

import city.tongban.canonical.Refusal;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MimeType;
import org.springframework.util.MimeTypeUtils;

/**
 * Parses the bytes of a JSON message strictly: nothing is repaired, replaced or read twice.
 *
 * <p>Text is decoded here, once, and bytes that are not UTF-8 are refused. The limits are the
 * parser's own, so that a hostile message is rejected when it reaches a limit and not after it.
 */
final class JsonMessageReader {
  private static final int DEPTH_MAX = 32;
  private static final int NUMBER_CHARS_MAX = 40;
  private static final int NAME_CHARS_MAX = 256;
  private static final long TOKENS_MAX = 10_000; // a case has some 50

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEPTH_MAX)
                          .maxNumberLength(NUMBER_CHARS_MAX)
                          .maxNameLength(NAME_CHARS_MAX)
                          .maxTokenCount(TOKENS_MAX)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private JsonMessageReader() {}

  static JsonNode parse(IncomingMessage message) {
    requireJson(message.contentType());
    String text = decode(message.body());
    try {
      JsonNode tree = JSON.readTree(text);
      if (!tree.isObject()) {
        throw malformed("it holds no JSON object");
      }
      return tree;
    } catch (StreamConstraintsException e) {
      throw Refusal.of(
              "HUB-1010", "the message is nested too deep, or its parts are too many or too long")
          .because(
              "the limits are %d levels, %d values, %d characters in a number"
                  .formatted(DEPTH_MAX, TOKENS_MAX, NUMBER_CHARS_MAX))
          .fix("send one application in the form of the API description");
    } catch (JsonProcessingException e) {
      // not kept as the cause: its message repeats the text
      throw malformed("it is no JSON, or a key stands twice, " + where(e.getLocation()));
    }
  }

  private static void requireJson(@Nullable String contentType) {
    if (contentType == null || !isJson(contentType)) {
      throw Refusal.of("HUB-1015", "the content type is not application/json in UTF-8")
          .because("this endpoint accepts JSON only, and JSON is UTF-8")
          .fix("send Content-Type: application/json and encode the body in UTF-8");
    }
  }

  private static boolean isJson(String contentType) {
    try {
      MimeType type = MimeTypeUtils.parseMimeType(contentType);
      return type.equalsTypeAndSubtype(MimeTypeUtils.APPLICATION_JSON)
          && (type.getParameters().isEmpty()
              || (type.getParameters().size() == 1
                  && StandardCharsets.UTF_8.equals(type.getCharset())));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String decode(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw malformed("its bytes are not UTF-8");
    }
  }

  private static String where(@Nullable JsonLocation location) {
    return location == null
        ? "at its end"
        : "at line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
  }

  private static Refusal malformed(String why) {
    return Refusal.of("HUB-1002", "the message cannot be read")
        .because(why)
        .fix("send one JSON object in UTF-8, each key once");
  }
}
