package city.rehearsal.simulator.department.publicsecurity;

import static city.rehearsal.simulator.core.Xml.element;

import city.rehearsal.simulator.core.ApplicationStatus;
import city.rehearsal.simulator.core.Formats;
import city.rehearsal.simulator.core.StoredMessage;
import city.rehearsal.simulator.protocol.http.HubClient.Result;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The YWHD document that answers a message, and the ZZTZ notice that is sent when a card is made.
 *
 * @param about the stored message, when the call succeeded
 */
record Answer(String code, String text, String requestId, @Nullable StoredMessage about) {
  static final String NAMESPACE = "urn:gat:rkgl:v1";
  private static final String NOTICE = "ZZ";

  static Answer refused(String code, String why, @Nullable String requestId) {
    return new Answer(code, why, requestId == null ? "" : requestId, null);
  }

  static Answer unknown(String requestId) {
    return refused("1404", "查无此请求", requestId);
  }

  /** What the store says of a message; asking again gives the same answer. */
  static Answer on(StoredMessage stored, String requestId) {
    return switch (stored.status()) {
      case NOT_ACCEPTED ->
          refused("1001", Objects.requireNonNullElse(stored.reason(), "不予受理"), requestId);
      case TOO_LATE -> refused("1009", "已办结,不能撤回", requestId);
      default -> new Answer("0000", "成功", requestId, stored);
    };
  }

  String document() {
    String fields = element("JGDM", code) + element("JGMS", text) + element("QQBH", requestId);
    return document(
        "YWHD",
        about == null ? fields : fields + element("YWLSH", about.serial()) + outcome(about, ""));
  }

  /** The notice that a card is made, or refused; a withdrawn application has none. */
  static Optional<Result> next(StoredMessage stored) {
    if (stored.plan() == null
        || !stored.status().decided()
        || stored.acknowledged().contains(NOTICE)) {
      return Optional.empty();
    }
    String id = "TZ" + stored.serial().substring(2);
    String card =
        stored.status() == ApplicationStatus.APPROVED
            ? element("JZZBH", CardNumber.madeFor(stored.number()))
            : "";
    String document =
        document(
            "ZZTZ",
            element("TZBH", id)
                + element("QQBH", stored.message().deliveryId())
                + element("YWLSH", stored.serial())
                + outcome(stored, card));
    return Optional.of(new Result(NOTICE, id, document));
  }

  private static String outcome(StoredMessage stored, String card) {
    return element("BLZT", state(stored.status()))
        + card
        + (stored.reason() == null ? "" : element("BLYJ", stored.reason()))
        + element(
            "BLSJ", Formats.time(Objects.requireNonNullElse(stored.decidedAt(), stored.at())));
  }

  private static String state(ApplicationStatus status) {
    return switch (status) {
      case OPEN -> "1";
      case UNDER_REVIEW -> "2";
      case APPROVED -> "3";
      case WITHDRAWN -> "5";
      default -> "4";
    };
  }

  private static String document(String name, String fields) {
    return "<%s xmlns=\"%s\">%s</%s>".formatted(name, NAMESPACE, fields, name);
  }
}
