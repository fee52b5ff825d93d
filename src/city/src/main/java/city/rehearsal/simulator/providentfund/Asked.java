package city.rehearsal.simulator.providentfund;

import java.time.Instant;

/**
 * A question as it was taken, and what was said to it.
 *
 * @param id the asker's number
 * @param mac the block that came with it
 * @param content the digest of its document: by it a repeat is told from another question
 * @param code what was said, {@code 0000} when something was found
 * @param at business time
 */
record Asked(
    String id,
    String type,
    String mac,
    String content,
    String code,
    String answerType,
    String number,
    String answer,
    Instant at) {
  Said said() {
    return new Said(answerType, number, code, answer);
  }
}
