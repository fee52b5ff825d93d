package city.tongban.kit;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a {@code <mapping>.test.yaml}: an input message and the expected outcome.
 *
 * @param request a case that is mapped to the department's message
 * @param reply the department's answer to a request
 * @param ask the department's answer to an inquiry
 * @param result a message that the department sends on its own account
 * @param statement the department's statement of what it answered on a day
 * @param status of the reply, where the protocol has one
 * @param parameters what delivery passes to the stylesheet; by default the case's first delivery
 * @param expect a file with the department's message, {@code nothing}, or the components of our
 *     answer or of the statement
 * @param refuse instead of {@code expect}: the code of the refusal, and where
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

  /** Which of a mapping's stylesheets the example covers. */
  String direction() {
    if (request != null) {
      return "request";
    }
    return result != null || statement != null ? "result" : "reply";
  }

  /** The input file. */
  String sample() {
    return Stream.of(request, reply, ask, result, statement)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException("it has no request, reply, ask, result or statement"));
  }
}
