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

/** A number of clients, each of whom sends its next message when the last one was answered. */
final class ClosedLoopClients {
  private final MeasuredSystem.Running side;

  /**
   * A client that is asked to come later does not wait as long as it is told: it is here to load.
   */
  private static final Duration BEFORE_THE_NEXT_TRY = Duration.ofMillis(100);

  private final int count;
  private final HttpClient http = HubClient.connections();
  private final AtomicInteger next = new AtomicInteger();

  ClosedLoopClients(MeasuredSystem.Running side, int count) {
    this.side = side;
    this.count = count;
  }

  /**
   * What the clients saw.
   *
   * @param taken messages with a receipt
   * @param later messages that were asked to come again
   */
  record Tally(int taken, int later, Latencies receipts) {}

  /**
   * Sends for so long.
   *
   * @throws IllegalStateException when a client got another answer than a receipt or "later": what
   *     goes on with fewer clients is another measurement
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
      throw new IllegalStateException("a client gave up, so nothing was measured", first);
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
