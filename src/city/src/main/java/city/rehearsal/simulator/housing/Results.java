package city.rehearsal.simulator.housing;

import city.rehearsal.simulator.core.ApplicationStatus;
import city.rehearsal.simulator.core.BusinessClock;
import city.rehearsal.simulator.core.Json;
import city.rehearsal.simulator.core.StoredMessage;
import city.rehearsal.simulator.protocol.http.HubClient.Result;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/**
 * What there is to tell about a filing: that it is under review, then how it was decided. Contract
 * 2.3, section 7.
 */
final class Results {
  static final String REVIEW = "SHZ";
  static final String DECISION = "BJ";

  private Results() {}

  /**
   * The first result that nobody has acknowledged yet; a withdrawn filing has nothing more to tell.
   */
  static Optional<Result> next(StoredMessage entry) {
    ApplicationStatus status = entry.status();
    if ((status == ApplicationStatus.UNDER_REVIEW || status.decided())
        && !entry.acknowledged().contains(REVIEW)) {
      return Optional.of(result(entry, REVIEW));
    }
    return status.decided() && !entry.acknowledged().contains(DECISION)
        ? Optional.of(result(entry, DECISION))
        : Optional.empty();
  }

  private static Result result(StoredMessage entry, String word) {
    String id = entry.serial() + "-" + word;
    ObjectNode body =
        Json.MAPPER
            .createObjectNode()
            .put("resultId", id)
            .put("deliveryId", entry.message().deliveryId())
            .put("slh", entry.serial())
            .put("zt", word);
    Instant when = entry.at();
    if (word.equals(DECISION)) {
      when = entry.decidedAt() == null ? when : entry.decidedAt();
      body.put("jg", Words.outcome(entry.status()));
      if (entry.reason() != null) {
        body.put("yy", entry.reason());
      }
    }
    return new Result(word, id, body.put("bjsj", BusinessClock.stamp(when)).toString());
  }
}
