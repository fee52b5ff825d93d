package city.tongban.notice;

import city.tongban.clock.BusinessClock;
import city.tongban.notice.Slots.Slot;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * A receiver's turn: its notices one after the other, until one is not taken or others want the
 * slot.
 */
@Component
class Turn {
  private static final int NOTICES_MAX = 20;

  private final NoticeTable notices;
  private final Courier courier;
  private final PushTable pushes;
  private final PushBooks books;
  private final BusinessClock clock;

  Turn(
      NoticeTable notices,
      Courier courier,
      PushTable pushes,
      PushBooks books,
      BusinessClock clock) {
    this.notices = notices;
    this.courier = courier;
    this.pushes = pushes;
    this.books = books;
    this.clock = clock;
  }

  void take(Claim claim, Slot slot) {
    Optional<Claim> next = Optional.of(claim);
    for (int left = NOTICES_MAX; next.isPresent(); left--) {
      next = push(next.get(), slot, left > 1);
    }
  }

  private Optional<Claim> push(Claim claim, Slot slot, boolean goesOn) {
    List<Notice> head = notices.after(claim.receiver(), claim.taken(), 1);
    if (head.isEmpty()) {
      pushes.giveBack(claim, clock.wall());
      return Optional.empty();
    }
    Push push = courier.carry(claim, head.get(0), slot);
    if (push.problem() == null) {
      return books.taken(claim, push, goesOn && !slot.probing());
    }
    books.failed(claim, push, push.problem());
    return Optional.empty();
  }
}
