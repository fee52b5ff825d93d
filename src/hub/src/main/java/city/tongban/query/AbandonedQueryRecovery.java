package city.tongban.query;

import city.tongban.clock.BusinessClock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Finds questions whose asker died over them, so that the same message may ask again. */
@Component
class AbandonedQueryRecovery {
  private final QueryTable table;
  private final QueryRecorder books;
  private final BusinessClock clock;

  AbandonedQueryRecovery(QueryTable table, QueryRecorder books, BusinessClock clock) {
    this.table = table;
    this.books = books;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = 5000)
  void sweep() {
    table.abandoned(clock.wall()).forEach(books::abandoned);
  }
}
