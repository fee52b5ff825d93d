package city.tongban.transport.jdbc;

import city.tongban.transport.StagingBook;
import java.time.LocalDate;
import org.springframework.beans.factory.ObjectProvider;

/** The book that is there when the first row leaves; who keeps it needs the connectors himself. */
record BookOfLater(ObjectProvider<StagingBook> keeper) implements StagingBook {
  @Override
  public LocalDate today() {
    return keeper.getObject().today();
  }

  @Override
  public void holds(String backEnd, String delivery, LocalDate day) {
    keeper.getObject().holds(backEnd, delivery, day);
  }
}
