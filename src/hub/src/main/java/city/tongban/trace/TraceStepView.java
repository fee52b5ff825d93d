package city.tongban.trace;

import city.tongban.canonical.Problem;
import city.tongban.canonical.TraceStep;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stop as the trail tells it, without the payloads' bytes.
 *
 * @param at wall clock
 * @param businessAt business clock
 */
public record TraceStepView(
    String id,
    Instant at,
    Instant businessAt,
    String stage,
    String event,
    @Nullable String caseNumber,
    @Nullable Integer deliverySequence,
    @Nullable String partner,
    @Nullable Body in,
    @Nullable Body out,
    @Nullable String connectorVersion,
    @Nullable String mappingVersion,
    TraceStep.@Nullable Call call,
    @Nullable Problem problem,
    @Nullable String detail,
    String node) {

  /** Whether it tells that somebody read something, and nothing of the case's way. */
  public boolean reading() {
    return stage.equals("trace");
  }

  /**
   * What is known of a payload without opening it.
   *
   * @param size bytes, unpacked
   * @param digest SHA-256, lower-case hexadecimal
   */
  public record Body(String contentType, int size, String digest) {}
}
