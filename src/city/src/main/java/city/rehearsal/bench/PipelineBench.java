package city.rehearsal.bench;

import city.rehearsal.bench.ClosedLoopClients.Tally;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Measures the hub against a bare pipe, in turn and in fresh processes, so that a machine that
 * becomes slower or faster affects both.
 */
public record PipelineBench(
    MeasuredSystem bare,
    MeasuredSystem hub,
    int clients,
    Duration warmUp,
    Duration measured,
    Consumer<String> out) {
  private static final int ROUNDS = 2;

  /**
   * One run of one system.
   *
   * @param rate delivered cases per second
   * @param cpuSeconds of the program and its database, per 1,000 cases
   * @param diskBytes written, per 1,000 cases
   */
  private record Run(double rate, double p50, double p99, double cpuSeconds, double diskBytes) {}

  /** Measures and prints; the last line has the ratio. */
  public void run() throws Exception {
    List<Run> b = new ArrayList<>();
    List<Run> f = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      b.add(run(bare));
      f.add(run(hub));
    }
    double bRate = mean(b);
    double fRate = mean(f);
    out.accept("b=%.0f f=%.0f f/b=%.2f".formatted(bRate, fRate, fRate / bRate));
  }

  private Run run(MeasuredSystem side) throws Exception {
    try (MeasuredSystem.Running running = side.start()) {
      ClosedLoopClients all = new ClosedLoopClients(running, clients);
      all.send(warmUp);
      ProcessUsage before = ProcessUsage.of(running.process());
      long doneBefore = running.done();
      long began = System.nanoTime();
      Tally tally = all.send(measured);
      long done = running.done() - doneBefore;
      double seconds = (System.nanoTime() - began) / 1e9;
      ProcessUsage used = ProcessUsage.of(running.process()).since(before);
      if (done == 0) {
        throw new IllegalStateException(side.name() + " delivered nothing; see its log");
      }
      return told(side, tally, done, seconds, used);
    }
  }

  private Run told(MeasuredSystem side, Tally tally, long done, double seconds, ProcessUsage used) {
    Run run =
        new Run(
            done / seconds,
            tally.receipts().percentile(50),
            tally.receipts().percentile(99),
            used.cpu().toMillis() / (double) done,
            used.diskBytes() * 1000.0 / done);
    out.accept(
        ("%s: %.0f cases/s delivered, %.0f receipts/s, %d answered with 503, receipt p50 %.0f"
                + " ms p99 %.0f ms, per 1,000 cases %.1f CPU s and %.1f MB written")
            .formatted(
                side.name(),
                run.rate(),
                tally.taken() / seconds,
                tally.later(),
                run.p50(),
                run.p99(),
                run.cpuSeconds(),
                run.diskBytes() / 1e6));
    return run;
  }

  private static double mean(List<Run> runs) {
    return runs.stream().mapToDouble(Run::rate).average().orElseThrow();
  }
}
