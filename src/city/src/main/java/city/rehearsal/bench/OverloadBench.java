package city.rehearsal.bench;

import city.rehearsal.bench.ClosedLoopClients.Tally;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Sends more than the hub can take for minutes. Every case with a receipt must be delivered
 * afterwards, every other message must get 503, and the heap must not grow with the load.
 */
public record OverloadBench(
    MeasuredSystem hub, HeapLog heap, int clients, Duration flood, Consumer<String> out) {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final int SPAN_SECONDS = 10;

  /**
   * Sends, waits until all is delivered and prints; returns whether every receipted case arrived.
   */
  public boolean run() throws Exception {
    try (MeasuredSystem.Running running = hub.start()) {
      Tally tally = new ClosedLoopClients(running, clients).send(flood);
      long doneAtTheEnd = running.done();
      long began = System.nanoTime();
      while (running.done() < tally.taken() && System.nanoTime() - began < PATIENCE.toNanos()) {
        Thread.sleep(1000);
      }
      told(tally, doneAtTheEnd, running.done(), Duration.ofNanos(System.nanoTime() - began));
      return running.done() == tally.taken();
    }
  }

  private void told(Tally tally, long doneAtTheEnd, long done, Duration drain) throws IOException {
    out.accept(
        "%d clients for %d s: %d receipts (p99 %.0f ms), %d answered with 503, %d delivered by then"
            .formatted(
                clients,
                flood.toSeconds(),
                tally.taken(),
                tally.receipts().percentile(99),
                tally.later(),
                doneAtTheEnd));
    out.accept(
        "%d delivered %d s later, %d missing"
            .formatted(done, drain.toSeconds(), tally.taken() - done));
    out.accept("heap after collections, MB by second since the start: " + heap.least(SPAN_SECONDS));
  }
}
