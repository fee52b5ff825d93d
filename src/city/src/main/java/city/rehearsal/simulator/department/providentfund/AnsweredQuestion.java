package city.rehearsal.simulator.department.providentfund;

import java.time.Instant;

/**
 * A question and its answer.
 *
 * @param id the sender's number
 * @param mac the block at its end
 * @param content the digest of its document, which distinguishes a repeat from another question
 * @param code of the answer, {@code 0000} when something was found
 * @param at business time
 */
record AnsweredQuestion(
    String id,
    String type,
    String mac,
    String content,
    String code,
    String answerType,
    String number,
    String answer,
    Instant at) {
  Answer toAnswer() {
    return new Answer(answerType, number, code, answer);
  }
}
