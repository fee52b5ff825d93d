package city.rehearsal.drill;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * One notice of a centre's inbox.
 *
 * @param centre owner of the inbox
 * @param messageId the centre's own id of the application
 * @param event without the common prefix
 * @param nanos when the centre read it
 */
record InboxNotice(
    String centre,
    String id,
    String caseNumber,
    String messageId,
    String event,
    @Nullable String outcome,
    long nanos) {
  private static final String PREFIX = "city.tongban.";

  static InboxNotice of(String centre, JsonNode line, long nanos) {
    String event = line.path("event").asText();
    return new InboxNotice(
        centre,
        line.path("id").asText(),
        line.path("caseNumber").asText(),
        line.path("messageId").asText(),
        event.startsWith(PREFIX) ? event.substring(PREFIX.length()) : event,
        line.hasNonNull("outcome") ? line.path("outcome").asText() : null,
        nanos);
  }

  /** The outcome that the notice reports, if any. */
  @Nullable CaseOutcome end() {
    return switch (event) {
      case "case.decided" ->
          "APPROVED".equals(outcome) ? CaseOutcome.APPROVED : CaseOutcome.REJECTED;
      case "case.refused" -> CaseOutcome.NOT_ACCEPTED;
      case "case.withdrawn" -> CaseOutcome.WITHDRAWN;
      default -> null;
    };
  }

  boolean progress() {
    return event.equals("case.accepted") || event.equals("case.under-review");
  }

  boolean parked() {
    return event.startsWith("delivery.");
  }

  boolean tooLate() {
    return event.equals("case.withdrawal-too-late");
  }
}
