package city.tongban.notice;

import city.tongban.clock.BusinessClock;
import city.tongban.notice.WebhookBulkhead.Permit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * A receiver's turn: its notices one after the other, until one is not taken or others want the
 * slot.
 */
@Component
class ReceiverRun {
  private static final int NOTICES_MAX = 20;

  private final NoticeTable notices;
  private final WebhookSender sender;
  private final PushTable pushes;
  private final PushRecorder recorder;
  private final BusinessClock clock;

  ReceiverRun(
      NoticeTable notices,
      WebhookSender sender,
      PushTable pushes,
      PushRecorder recorder,
      BusinessClock clock) {
    this.notices = notices;
    this.sender = sender;
    this.pushes = pushes;
    this.recorder = recorder;
    this.clock = clock;
  }

  void take(PushLease claim, Permit permit) {
    Optional<PushLease> next = Optional.of(claim);
    for (int left = NOTICES_MAX; next.isPresent(); left--) {
      next = push(next.get(), permit, left > 1);
    }
  }

  private Optional<PushLease> push(PushLease claim, Permit permit, boolean goesOn) {
    List<Notice> head = notices.after(claim.receiver(), claim.taken(), 1);
    if (head.isEmpty()) {
      pushes.giveBack(claim, clock.wall());
      return Optional.empty();
    }
    PushAttempt push = sender.carry(claim, head.get(0), permit);
    if (push.problem() == null) {
      return recorder.taken(claim, push, goesOn && !permit.probing());
    }
    recorder.failed(claim, push, push.problem());
    return Optional.empty();
  }
}
