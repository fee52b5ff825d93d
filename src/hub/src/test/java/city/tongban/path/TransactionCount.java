package city.tongban.path;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.ConfigurableTransactionManager;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Counts the transactions that a hub opens, by the kind of thread that opens them. A transaction on
 * a timer's thread belongs to the clock: the longer a test takes, the more of them there are. All
 * others belong to cases.
 */
final class TransactionCount implements TransactionExecutionListener, AutoCloseable {
  private final Map<String, LongAdder> byThread = new ConcurrentHashMap<>();
  private volatile boolean counting = true;

  private TransactionCount() {}

  static TransactionCount in(ConfigurableTransactionManager manager) {
    TransactionCount count = new TransactionCount();
    manager.addListener(count);
    return count;
  }

  @Override
  public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
    if (counting) {
      String kind = Thread.currentThread().getName().replaceAll("\\d+", "N");
      byThread.computeIfAbsent(kind, k -> new LongAdder()).increment();
    }
  }

  long ofCases() {
    return byThread.entrySet().stream()
        .filter(entry -> !isTimer(entry.getKey()))
        .mapToLong(entry -> entry.getValue().sum())
        .sum();
  }

  private static boolean isTimer(String thread) {
    return thread.contains("timer://") || thread.startsWith("scheduling-");
  }

  @Override
  public String toString() {
    return "transactions by thread: " + new TreeMap<>(byThread);
  }

  /** A listener cannot be removed from its transaction manager; it stops counting. */
  @Override
  public void close() {
    counting = false;
  }
}
