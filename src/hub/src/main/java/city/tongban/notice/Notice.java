package city.tongban.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One notice in a centre's inbox.
 *
 * @param number its place in the inbox, from 1, without gaps
 * @param event {@code city.tongban.case.decided} …
 * @param messageId the centre's own id of the message that submitted the case
 * @param at business clock, with offset
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Notice(
    long number,
    String id,
    String event,
    String caseNumber,
    String messageId,
    String state,
    @Nullable String outcome,
    @Nullable String reason,
    String at,
    @Nullable What problem) {

  /** Why a delivery is parked, without the parts that are only for the monitoring team. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record What(String code, String what, @Nullable String fix) {}

  Notice numbered(long number) {
    return new Notice(
        number, id, event, caseNumber, messageId, state, outcome, reason, at, problem);
  }
}
