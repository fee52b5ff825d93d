package city.rehearsal.simulator.department.housing;

import city.rehearsal.simulator.core.ApplicationStatus;
import city.rehearsal.simulator.core.BusinessClock;
import city.rehearsal.simulator.core.Json;
import city.rehearsal.simulator.core.StoredMessage;
import city.rehearsal.simulator.protocol.http.HubClient.Result;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import java.util.Optional;

/**
 * What the administration says about a filing: its state when asked (contract 2.3, appendix A), and
 * the results that it sends, first the review and then the decision (section 7).
 */
final class ResultWriter {
  private static final String REVIEW = "SHZ";
  private static final String DECISION = "BJ";

  private ResultWriter() {}

  static ObjectNode state(StoredMessage filing) {
    ObjectNode state = Json.object().put("slh", filing.serial()).put("zt", code(filing.status()));
    if (filing.status().decided()) {
      state.put("jg", outcome(filing));
    }
    return filing.reason() == null ? state : state.put("yy", filing.reason());
  }

  private static String code(ApplicationStatus status) {
    return switch (status) {
      case OPEN -> "YSL";
      case UNDER_REVIEW -> REVIEW;
      case APPROVED, REJECTED, TOO_LATE -> DECISION;
      case NOT_ACCEPTED -> "BSL";
      case WITHDRAWN -> "YCX";
    };
  }

  private static String outcome(StoredMessage filing) {
    return filing.status() == ApplicationStatus.APPROVED ? "PZ" : "BYPZ";
  }

  /** The first result that is not acknowledged; a withdrawn filing has no further one. */
  static Optional<Result> next(StoredMessage filing) {
    boolean decided = filing.status().decided();
    if ((decided || filing.status() == ApplicationStatus.UNDER_REVIEW)
        && !filing.acknowledged().contains(REVIEW)) {
      return Optional.of(result(filing, REVIEW));
    }
    return decided && !filing.acknowledged().contains(DECISION)
        ? Optional.of(result(filing, DECISION))
        : Optional.empty();
  }

  private static Result result(StoredMessage filing, String kind) {
    String id = filing.serial() + "-" + kind;
    boolean decision = kind.equals(DECISION);
    ObjectNode body =
        Json.object()
            .put("resultId", id)
            .put("deliveryId", filing.message().deliveryId())
            .put("slh", filing.serial())
            .put("zt", kind);
    if (decision) {
      body.put("jg", outcome(filing));
    }
    if (decision && filing.reason() != null) {
      body.put("yy", filing.reason());
    }
    var when = decision ? Objects.requireNonNullElse(filing.decidedAt(), filing.at()) : filing.at();
    return new Result(kind, id, body.put("bjsj", BusinessClock.stamp(when)).toString());
  }
}
