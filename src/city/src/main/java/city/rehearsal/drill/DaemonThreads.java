package city.rehearsal.drill;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes daemon threads with a name that a thread dump shows. */
final class DaemonThreads {
  private DaemonThreads() {}

  static ThreadFactory named(String name) {
    AtomicInteger n = new AtomicInteger();
    return work -> {
      Thread thread = new Thread(work, "drill-" + name + "-" + n.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
