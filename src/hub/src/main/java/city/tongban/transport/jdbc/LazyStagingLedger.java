package city.tongban.transport.jdbc;

import city.tongban.transport.StagingLedger;
import java.time.LocalDate;
import org.springframework.beans.factory.ObjectProvider;

/** The book that is there when the first row leaves; who keeps it needs the connectors himself. */
record LazyStagingLedger(ObjectProvider<StagingLedger> keeper) implements StagingLedger {
  @Override
  public LocalDate today() {
    return keeper.getObject().today();
  }

  @Override
  public void holds(String backEnd, String delivery, LocalDate day) {
    keeper.getObject().holds(backEnd, delivery, day);
  }
}
