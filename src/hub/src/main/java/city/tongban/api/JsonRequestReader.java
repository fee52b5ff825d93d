package city.tongban.api;

import city.tongban.canonical.Refusal;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Reads the small JSON bodies of operators' requests, as strictly as any message. */
final class JsonRequestReader {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private JsonRequestReader() {}

  static <T> T read(byte[] body, Class<T> type) {
    try {
      return JSON.readValue(body, type);
    } catch (UnrecognizedPropertyException e) {
      throw Refusal.of("HUB-1003", "the message has a field that is not in the contract")
          .fix("the fields of this request are listed at /docs");
    } catch (JsonProcessingException e) {
      throw Refusal.of("HUB-1002", "the message cannot be read")
          .fix("send one JSON object in UTF-8, each key once: see /docs");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The reason of an action; it is required, because the trace records it. */
  static String reason(byte[] body) {
    return reason(read(body, Reason.class).reason());
  }

  /** Checks the reason of a request that has more fields. */
  static String reason(@Nullable String reason) {
    if (reason == null || reason.isBlank() || reason.length() > 500) {
      throw Refusal.of("HUB-1004", "the reason is missing or longer than 500 characters")
          .fix("give the reason in one sentence")
          .at("/reason");
    }
    return reason.strip();
  }

  private record Reason(@Nullable String reason) {}
}
