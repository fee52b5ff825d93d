package city.rehearsal.simulator.publicsecurity;

import city.rehearsal.simulator.core.ApplicationStatus;
import city.rehearsal.simulator.core.BusinessClock;
import city.rehearsal.simulator.core.StoredMessage;
import city.rehearsal.simulator.protocol.http.HubClient.Result;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the department says: in answer to a message, or by itself.
 *
 * @param about the entry that the answer speaks of, when there is one and it went through
 */
record Answer(String code, String text, String requestId, @Nullable StoredMessage about) {
  private static final String MADE = "ZZ";

  static Answer refused(String code, String why, @Nullable String requestId) {
    return new Answer(code, why, requestId == null ? "" : requestId, null);
  }

  static Answer neverSeen(String requestId) {
    return refused("1404", "查无此请求", requestId);
  }

  /** What the book says of a message; asking again gives the same answer. */
  static Answer on(StoredMessage entry, String requestId) {
    return switch (entry.status()) {
      case NOT_ACCEPTED ->
          refused("1001", Objects.requireNonNullElse(entry.reason(), "不予受理"), requestId);
      case TOO_LATE -> refused("1009", "已办结,不能撤回", requestId);
      default -> new Answer("0000", "成功", requestId, entry);
    };
  }

  String document() {
    StringBuilder xml = new StringBuilder();
    element(xml, "JGDM", code);
    element(xml, "JGMS", text);
    element(xml, "QQBH", requestId);
    if (about != null) {
      element(xml, "YWLSH", about.serial());
      element(xml, "BLZT", state(about.status()));
      reason(xml, about);
      element(xml, "BLSJ", time(decidedAt(about)));
    }
    return document("YWHD", xml);
  }

  /** The notice that a card is made, or will not be; nothing is told of one that is taken back. */
  static Optional<Result> next(StoredMessage entry) {
    if (entry.plan() == null || !entry.status().decided() || entry.acknowledged().contains(MADE)) {
      return Optional.empty();
    }
    String id = "TZ" + entry.serial().substring(2);
    StringBuilder xml = new StringBuilder();
    element(xml, "TZBH", id);
    element(xml, "QQBH", entry.message().deliveryId());
    element(xml, "YWLSH", entry.serial());
    element(xml, "BLZT", state(entry.status()));
    if (entry.status() == ApplicationStatus.APPROVED) {
      element(xml, "JZZBH", Cards.madeFor(entry.number()));
    }
    reason(xml, entry);
    element(xml, "BLSJ", time(decidedAt(entry)));
    return Optional.of(new Result(MADE, id, document("ZZTZ", xml)));
  }

  private static Instant decidedAt(StoredMessage entry) {
    return entry.decidedAt() == null ? entry.at() : entry.decidedAt();
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

  private static void reason(StringBuilder xml, StoredMessage entry) {
    if (entry.reason() != null) {
      element(xml, "BLYJ", entry.reason());
    }
  }

  private static String time(Instant when) {
    return Form.written(BusinessClock.local(when).toLocalDateTime());
  }

  private static void element(StringBuilder xml, String name, String text) {
    xml.append('<').append(name).append('>').append(Xml.escaped(text)).append("</").append(name);
    xml.append('>');
  }

  private static String document(String name, StringBuilder fields) {
    return "<%s xmlns=\"%s\">%s</%s>".formatted(name, Fields.NAMESPACE, fields, name);
  }
}
