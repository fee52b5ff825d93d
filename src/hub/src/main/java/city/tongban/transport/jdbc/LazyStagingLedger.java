package city.tongban.transport.jdbc;

import city.tongban.transport.StagingLedger;
import java.time.LocalDate;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Looks the ledger up on first use: the bean that implements it depends on {@code Connectors}, so
 * injecting it here would be a cycle.
 */
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
