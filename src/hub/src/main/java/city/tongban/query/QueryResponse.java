package city.tongban.query;

import city.tongban.canonical.Answer;
import city.tongban.canonical.Fact;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The response to the centre; a repeat of the message gets the same one.
 *
 * @param answeredAt the time that the department states, else the time at which its answer arrived
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record QueryResponse(
    String queryNumber,
    String messageId,
    String item,
    String outcome,
    @Nullable String reason,
    @Nullable String theirNumber,
    OffsetDateTime answeredAt,
    List<Fact> found) {

  static QueryResponse of(PreparedQuery question, Answer answer, OffsetDateTime heardAt) {
    return new QueryResponse(
        question.number().value(),
        question.file().envelope().senderMessageId(),
        question.file().item(),
        answer.outcome().name(),
        answer.reason(),
        answer.theirNumber(),
        answer.at() == null ? heardAt : answer.at(),
        answer.found() == null ? List.of() : answer.found());
  }
}
