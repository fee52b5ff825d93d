package city.tongban.delivery.attempt;

import city.tongban.canonical.Answer;
import city.tongban.canonical.DeliveryId;
import city.tongban.canonical.KeyedMessage;
import city.tongban.canonical.MessageKey;
import city.tongban.canonical.TraceStep.Payload;
import city.tongban.mapping.Mappings;
import city.tongban.mapping.RawMessage;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what came back from an attempt's call and has the outcome committed. */
@Component
public class AttemptFinisher {
  private final AttemptRecorder recorder;
  private final Mappings mappings;

  AttemptFinisher(AttemptRecorder recorder, Mappings mappings) {
    this.recorder = recorder;
    this.mappings = mappings;
  }

  /** Whether the reply says something about the case; else it only says that the call arrived. */
  public boolean readsReply(Attempt attempt) {
    return mappings.readsReply(attempt.connector(), attempt.callSpec().mapping());
  }

  public void handedOver(Attempt attempt, Instant answerIn) {
    recorder.handedOver(attempt, answerIn);
  }

  /**
   * Maps the reply and commits it.
   *
   * @throws city.tongban.canonical.HubException when the reply cannot be read or believed
   */
  public void accepted(Attempt attempt, Reply reply, Instant answerIn) {
    Answer read = mappings.reply(attempt.connector(), attempt.callSpec().mapping(), reply.wire());
    Answer answer = AnswerInterpreter.interpret(attempt, read);
    KeyedMessage detail = detail(attempt, answer, reply.wire());
    recorder.answered(attempt, answer, detail, payload(attempt, reply.wire()), answerIn);
  }

  /**
   * Commits a failure.
   *
   * @param answered whether an answer came, readable or not
   * @param reply the answer as far as it was read: evidence for the trail
   */
  public void failed(Attempt attempt, Throwable failure, boolean answered, @Nullable Reply reply) {
    recorder.failed(
        attempt,
        failure,
        answered,
        reply == null ? null : payload(attempt, reply.wire()),
        reply == null ? null : reply.at());
  }

  /** Parks a delivery whose message could not even be prepared. */
  public void neverBegun(DeliveryId id, Throwable failure) {
    recorder.neverBegun(id, failure);
  }

  /** The outcome; also the charset of the reply's bytes when it declared another one. */
  private KeyedMessage detail(Attempt attempt, Answer answer, RawMessage wire) {
    KeyedMessage outcome = KeyedMessage.code("answer", answer.outcome());
    return mislabelled(attempt, wire)
        .map(charset -> MessageKey.ANSWER_IN_OTHER_CHARSET.with(outcome, charset.name()))
        .orElse(MessageKey.ANSWER.with(outcome));
  }

  /** The content type names the charset that the bytes have, which may not be the declared one. */
  private Payload payload(Attempt attempt, RawMessage wire) {
    String declared = wire.contentType() == null ? "application/octet-stream" : wire.contentType();
    String type =
        mislabelled(attempt, wire)
            .map(charset -> declared.replaceFirst(";.*", "") + ";charset=" + charset)
            .orElse(declared);
    return new Payload(wire.bytes(), type);
  }

  private Optional<Charset> mislabelled(Attempt attempt, RawMessage wire) {
    return mappings.mislabelled(attempt.connector(), wire);
  }
}
