package city.rehearsal.bench;

import city.rehearsal.client.HubClient;
import city.rehearsal.client.Latencies;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A number of clients; each sends its next message when the last one was answered. */
final class ClosedLoopClients {
  private final MeasuredSystem.Running side;

  /** The pause after a 503. Shorter than the Retry-After of the answer, to keep the load up. */
  private static final Duration BEFORE_THE_NEXT_TRY = Duration.ofMillis(100);

  private final int count;
  private final HttpClient http = HubClient.connections();
  private final AtomicInteger next = new AtomicInteger();

  ClosedLoopClients(MeasuredSystem.Running side, int count) {
    this.side = side;
    this.count = count;
  }

  /**
   * The result of a run.
   *
   * @param taken messages with a receipt
   * @param later messages answered with 503
   */
  record Tally(int taken, int later, Latencies receipts) {}

  /**
   * Sends for the given time.
   *
   * @throws IllegalStateException when a client gets another answer than a receipt or 503: a run
   *     with fewer clients would be another measurement
   */
  Tally send(Duration time) throws InterruptedException {
    AtomicInteger taken = new AtomicInteger();
    AtomicInteger later = new AtomicInteger();
    Latencies receipts = new Latencies();
    AtomicBoolean over = new AtomicBoolean();
    AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Thread thread =
          new Thread(
              () -> {
                while (!over.get()) {
                  sendOne(taken, later, receipts);
                }
              },
              "bench-client-" + i);
      thread.setUncaughtExceptionHandler((client, e) -> failure.compareAndSet(null, e));
      threads.add(thread);
      thread.start();
    }
    Thread.sleep(time.toMillis());
    over.set(true);
    for (Thread thread : threads) {
      thread.join();
    }
    Throwable first = failure.get();
    if (first != null) {
      throw new IllegalStateException("a client failed, so the run is not valid", first);
    }
    return new Tally(taken.get(), later.get(), receipts);
  }

  private void sendOne(AtomicInteger taken, AtomicInteger later, Latencies receipts) {
    MeasuredSystem.Sample sample = side.message(next.incrementAndGet());
    HttpRequest request =
        HttpRequest.newBuilder(side.door())
            .header("Authorization", "Bearer " + side.token())
            .header("Content-Type", sample.contentType())
            .POST(BodyPublishers.ofByteArray(sample.body()))
            .build();
    long began = System.nanoTime();
    try {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() == 503 || answer.statusCode() == 429) {
        later.incrementAndGet();
        Thread.sleep(BEFORE_THE_NEXT_TRY.toMillis());
        return;
      }
      if (answer.statusCode() / 100 != 2) {
        throw new IllegalStateException("refused: " + answer.statusCode() + " " + answer.body());
      }
      receipts.add(System.nanoTime() - began);
      taken.incrementAndGet();
    } catch (IOException e) {
      throw new IllegalStateException("nobody answers", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
