package city.rehearsal.simulator.protocol.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Faults of the database itself: a lock on the tables that callers write to, or a restart.
 *
 * @param tables that are locked, separated by commas
 */
record DatabaseIncidents(EmbeddedDatabase database, String tables) {
  private static final int LOCK_SECONDS_MAX = 10;

  /** Returns when the lock is held; it ends by itself after {@code millis}. */
  void lock(long millis) throws InterruptedException {
    CountDownLatch held = new CountDownLatch(1);
    Thread holder = new Thread(() -> hold(millis, held), "database-lock");
    holder.setDaemon(true);
    holder.start();
    held.await(LOCK_SECONDS_MAX, TimeUnit.SECONDS);
  }

  private void hold(long millis, CountDownLatch held) {
    try (Connection connection = database.connect();
        Statement sql = connection.createStatement()) {
      connection.setAutoCommit(false);
      sql.execute("lock table " + tables + " in exclusive mode");
      held.countDown();
      TimeUnit.MILLISECONDS.sleep(millis);
      connection.rollback();
    } catch (SQLException e) {
      held.countDown(); // the database has stopped meanwhile, and the lock ended with it
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void restart() throws IOException {
    database.restart();
  }
}
