package city.tongban.result;

import city.tongban.canonical.Fault;
import city.tongban.canonical.MessageKey;
import city.tongban.canonical.StepRecorded;
import city.tongban.canonical.TraceStep;
import city.tongban.clock.BusinessClock;
import city.tongban.transport.StagedDay;
import city.tongban.transport.StagedDigest;
import city.tongban.transport.StagingLedger;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Compares, for each day, the rows of ours that a department holds with the hub's own records. */
@Service("stagedDays")
public class StagedDayReconciliation implements StagingLedger {
  /**
   * A row that is committed at the department and not yet recorded here explains a difference for a
   * while.
   */
  private static final int LOOKS = 3;

  private final StagedTable table;
  private final BusinessClock clock;
  private final ApplicationEventPublisher events;

  StagedDayReconciliation(
      StagedTable table, BusinessClock clock, ApplicationEventPublisher events) {
    this.table = table;
    this.clock = clock;
    this.events = events;
  }

  @Override
  public LocalDate today() {
    return clock.today();
  }

  @Override
  @Transactional
  public void holds(String backEnd, String delivery, LocalDate day) {
    table.holds(backEnd, delivery, day);
  }

  /**
   * Route step: compares a day; a difference is reported at the third comparison and then left to
   * staff.
   *
   * @return whether the department's row can be marked as picked up
   */
  @Transactional
  public boolean settled(String backEnd, StagedDay theirs) {
    List<String> ours = table.heldOn(backEnd, theirs.day());
    boolean agreed =
        ours.size() == theirs.rows() && StagedDigest.ofIds(ours).equalsIgnoreCase(theirs.digest());
    if (!agreed && theirs.looks() < LOOKS) {
      return false;
    }
    table.compared(backEnd, theirs, ours.size(), agreed, clock.wall());
    TraceStep.Builder stop =
        TraceStep.at("result", agreed ? "day-agreed" : "day-differs")
            .with(backEnd)
            .detail(MessageKey.STAGED_DAY, theirs.day().toString(), ours.size());
    events.publishEvent(
        new StepRecorded(
            (agreed ? stop : stop.problem(difference(theirs, ours).problem())).build()));
    return true;
  }

  private static Fault difference(StagedDay theirs, List<String> ours) {
    return Fault.of("HUB-5018", "the accounts of %s differ", theirs.day())
        .because(
            ours.size() == theirs.rows()
                ? "both count %d rows, and not the same".formatted(ours.size())
                : "they took in %d rows, and we know of %d".formatted(theirs.rows(), ours.size()))
        .fix("compare the ids with the back-end, as the runbook says");
  }
}
