package city.rehearsal.simulator.department.tradeunion;

import city.rehearsal.simulator.core.ApplicationStatus;
import city.rehearsal.simulator.core.BusinessClock;
import city.rehearsal.simulator.core.Json;
import city.rehearsal.simulator.core.StoredMessage;
import city.rehearsal.simulator.protocol.Result;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the union says about a message: agreement 2.1, section 5.
 *
 * @param code the union's status
 */
record Notice(String code, String id, String applicationNo, String text) implements Result {
  static final String VERSION = "2.1";
  private static final Map<ApplicationStatus, String> CODES =
      Map.of(
          ApplicationStatus.OPEN, "YSL",
          ApplicationStatus.APPROVED, "TG",
          ApplicationStatus.REJECTED, "BTG",
          ApplicationStatus.NOT_ACCEPTED, "BSL",
          ApplicationStatus.WITHDRAWN, "YCH",
          ApplicationStatus.TOO_LATE, "WFCH");

  static List<Notice> of(StoredMessage stored) {
    return Result.stages(stored).stream().map(stage -> of(stored, stage)).toList();
  }

  private static Notice of(StoredMessage stored, ApplicationStatus stage) {
    boolean accepted = stage == ApplicationStatus.OPEN;
    return of(
        stored.message().deliveryId(),
        CODES.getOrDefault(stage, ""),
        stored.serial(),
        accepted ? null : stored.reason(),
        accepted ? stored.at() : stored.endedAt());
  }

  /** About a message that is not stored. */
  static Notice notStored(String applicationNo, String code, String remark, Instant at) {
    return of(applicationNo, code, null, remark, at);
  }

  private static Notice of(
      String applicationNo,
      String code,
      @Nullable String unionNo,
      @Nullable String remark,
      Instant at) {
    String id = "GH-" + applicationNo + "-" + code;
    ObjectNode json =
        Json.MAPPER
            .createObjectNode()
            .put("schemaVersion", VERSION)
            .put("noticeId", id)
            .put("applicationNo", applicationNo)
            .put("status", code)
            .put("at", BusinessClock.stamp(at));
    if (unionNo != null) {
      json.put("unionNo", unionNo);
    }
    if (remark != null) {
      json.put("remark", remark);
    }
    return new Notice(code, id, applicationNo, json.toString());
  }

  byte[] utf8() {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
