package city.tongban.query;

import city.tongban.clock.BusinessClock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Finds queries whose node stopped during the call, so that the same message can ask again. */
@Component
class AbandonedQueryRecovery {
  private final QueryTable table;
  private final QueryRecorder recorder;
  private final BusinessClock clock;

  AbandonedQueryRecovery(QueryTable table, QueryRecorder recorder, BusinessClock clock) {
    this.table = table;
    this.recorder = recorder;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = 5000)
  void sweep() {
    table.abandoned(clock.wall()).forEach(recorder::abandoned);
  }
}
