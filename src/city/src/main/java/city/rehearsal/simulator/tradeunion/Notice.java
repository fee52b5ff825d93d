package city.rehearsal.simulator.tradeunion;

import city.rehearsal.simulator.core.ApplicationStatus;
import city.rehearsal.simulator.core.BusinessClock;
import city.rehearsal.simulator.core.Json;
import city.rehearsal.simulator.core.Message;
import city.rehearsal.simulator.core.StoredMessage;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One message from the union about an application; the same notice always has the same id and the
 * same text. Agreement 2.1, section 5.
 *
 * @param word what it says: the status
 */
record Notice(String word, String id, String applicationNo, String text) {
  static final String VERSION = "2.1";
  private static final String TAKEN_IN = "YSL";

  /** All that there is to say about an entry so far, in order. */
  static List<Notice> of(StoredMessage entry) {
    List<Notice> notices = new ArrayList<>();
    if (entry.message().kind() == Message.Kind.WITHDRAW) {
      notices.add(about(entry, ended(entry.status()), end(entry)));
      return notices;
    }
    if (entry.status() != ApplicationStatus.NOT_ACCEPTED) {
      notices.add(about(entry, TAKEN_IN, entry.at()));
    }
    if (entry.status().decided() || entry.status() == ApplicationStatus.NOT_ACCEPTED) {
      notices.add(about(entry, ended(entry.status()), end(entry)));
    }
    return notices;
  }

  /** The first that nobody has been told. */
  static Optional<Notice> next(StoredMessage entry) {
    return of(entry).stream()
        .filter(notice -> !entry.acknowledged().contains(notice.word()))
        .findFirst();
  }

  /** About a message that never came into the book. */
  static Notice outside(String applicationNo, String word, String remark, Instant at) {
    String id = "GH-" + applicationNo + "-" + word;
    return new Notice(word, id, applicationNo, text(id, applicationNo, null, word, remark, at));
  }

  private static Notice about(StoredMessage entry, String word, Instant at) {
    String applicationNo = entry.message().deliveryId();
    String id = "GH-" + applicationNo + "-" + word;
    String remark = word.equals(TAKEN_IN) ? null : entry.reason();
    return new Notice(
        word, id, applicationNo, text(id, applicationNo, entry.serial(), word, remark, at));
  }

  private static String text(
      String id,
      String applicationNo,
      @Nullable String unionNo,
      String status,
      @Nullable String remark,
      Instant at) {
    ObjectNode text =
        Json.MAPPER
            .createObjectNode()
            .put("schemaVersion", VERSION)
            .put("noticeId", id)
            .put("applicationNo", applicationNo)
            .put("status", status)
            .put("at", BusinessClock.stamp(at));
    if (unionNo != null) {
      text.put("unionNo", unionNo);
    }
    if (remark != null) {
      text.put("remark", remark);
    }
    return text.toString();
  }

  private static Instant end(StoredMessage entry) {
    return entry.decidedAt() == null ? entry.at() : entry.decidedAt();
  }

  private static String ended(ApplicationStatus status) {
    return switch (status) {
      case APPROVED -> "TG";
      case REJECTED -> "BTG";
      case NOT_ACCEPTED -> "BSL";
      case WITHDRAWN -> "YCH";
      case TOO_LATE -> "WFCH";
      case OPEN, UNDER_REVIEW -> throw new IllegalStateException("it has not ended");
    };
  }
}
