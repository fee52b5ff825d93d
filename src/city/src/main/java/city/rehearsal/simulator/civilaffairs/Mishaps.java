package city.rehearsal.simulator.civilaffairs;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What happens to a database besides its line: somebody holds a lock, or it is restarted. */
final class Mishaps {
  private static final int PATIENCE_SECONDS = 10;

  private final Database database;

  Mishaps(Database database) {
    this.database = database;
  }

  /** Returns when the lock is held; it goes by itself. */
  void lock(long millis) throws InterruptedException {
    CountDownLatch held = new CountDownLatch(1);
    Thread clerk = new Thread(() -> hold(millis, held), "civil-affairs-lock");
    clerk.setDaemon(true);
    clerk.start();
    held.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private void hold(long millis, CountDownLatch held) {
    try (Connection connection = database.connect();
        Statement sql = connection.createStatement()) {
      connection.setAutoCommit(false);
      sql.execute("lock table ex_apply_in, ex_withdraw_in in exclusive mode");
      held.countDown();
      TimeUnit.MILLISECONDS.sleep(millis);
      connection.rollback();
    } catch (SQLException e) {
      held.countDown(); // the database has gone meanwhile, and the lock with it
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void restart() throws IOException {
    database.restart();
  }
}
