package city.tongban.trace;

import city.tongban.canonical.Problem;
import city.tongban.canonical.StoredText;
import city.tongban.canonical.TraceStep;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A trace step as it is read, without the payloads' bytes.
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
    @Nullable StoredText detail,
    String node) {

  /**
   * Whether it records an act of a person, such as reading a payload, rather than progress of the
   * case.
   */
  public boolean reading() {
    return stage.equals("trace");
  }

  /**
   * Metadata of a payload.
   *
   * @param size in bytes, uncompressed
   * @param digest SHA-256, lower-case hexadecimal
   */
  public record Body(String contentType, int size, String digest) {}
}
