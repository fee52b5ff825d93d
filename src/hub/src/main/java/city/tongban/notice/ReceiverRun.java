package city.tongban.notice;

import city.tongban.clock.BusinessClock;
import city.tongban.notice.WebhookBulkhead.Permit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Pushes the notices of one receiver one after the other, until one is not accepted or other
 * receivers need the place.
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

  void push(PushLease lease, Permit permit) {
    Optional<PushLease> next = Optional.of(lease);
    for (int left = NOTICES_MAX; next.isPresent(); left--) {
      next = pushOne(next.get(), permit, left > 1);
    }
  }

  private Optional<PushLease> pushOne(PushLease lease, Permit permit, boolean goesOn) {
    List<Notice> head = notices.after(lease.receiver(), lease.taken(), 1);
    if (head.isEmpty()) {
      pushes.giveBack(lease, clock.wall());
      return Optional.empty();
    }
    PushAttempt attempt = sender.send(lease, head.get(0), permit);
    if (attempt.problem() == null) {
      return recorder.taken(lease, attempt, goesOn && !permit.probing());
    }
    recorder.failed(lease, attempt, attempt.problem());
    return Optional.empty();
  }
}
