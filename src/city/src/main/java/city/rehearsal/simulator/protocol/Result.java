package city.rehearsal.simulator.protocol;

import city.rehearsal.simulator.core.ApplicationStatus;
import city.rehearsal.simulator.core.Message;
import city.rehearsal.simulator.core.StoredMessage;
import java.util.ArrayList;
import java.util.List;

/** What a department says about a message; the same result always has the same id and text. */
public interface Result {
  String id();

  /** The department's code of the outcome; no two results of a message have the same. */
  String code();

  /**
   * What there is to say about a message so far, in order: OPEN when it was accepted, then its
   * outcome. The outcome of a withdrawn application is said about the withdrawal.
   */
  static List<ApplicationStatus> stages(StoredMessage stored) {
    ApplicationStatus status = stored.status();
    if (stored.message().kind() == Message.Kind.WITHDRAW) {
      return List.of(status);
    }
    List<ApplicationStatus> stages = new ArrayList<>();
    if (status != ApplicationStatus.NOT_ACCEPTED) {
      stages.add(ApplicationStatus.OPEN);
    }
    if (status.decided() || status == ApplicationStatus.NOT_ACCEPTED) {
      stages.add(status);
    }
    return stages;
  }
}
