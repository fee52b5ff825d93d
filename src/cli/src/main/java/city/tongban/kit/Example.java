package city.tongban.kit;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a {@code <mapping>.test.yaml}: a message, and what must become of it.
 *
 * @param request a case that becomes their message
 * @param reply their answer to what was sent
 * @param ask their answer to an inquiry
 * @param result what they tell by themselves
 * @param statement what they say that they answered on a day
 * @param status of the reply, where the protocol has one
 * @param parameters what delivery gives; by default the case's first delivery
 * @param expect a file with their message, {@code nothing}, or the components of our answer or of
 *     the statement
 * @param refuse instead: the code of the refusal, and where
 */
record Example(
    String name,
    @Nullable String request,
    @Nullable String reply,
    @Nullable String ask,
    @Nullable String result,
    @Nullable String statement,
    int status,
    @Nullable Map<String, String> parameters,
    @Nullable JsonNode expect,
    @Nullable Refused refuse) {

  record Refused(String code, @Nullable @JsonProperty String at) {}

  /** Which of a mapping's sheets it shows. */
  String direction() {
    if (request != null) {
      return "request";
    }
    return result != null || statement != null ? "result" : "reply";
  }

  /** The file that goes in. */
  String sample() {
    return Stream.of(request, reply, ask, result, statement)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException("it has no request, reply, ask, result or statement"));
  }
}
