package city.tongban.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.tongban.notice.Receiver.Got;
import city.tongban.support.TestClock;
import city.tongban.support.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * A thousand receivers are dead, half of them in the worst way: they take the call and never
 * answer. Decided by counts; the hub's wall clock moves only when the test moves it.
 */
class ThousandDeadTest {
  private static final int DEAD = 1_000;
  private static final int PROBES = 4;
  private static final int NOTICES = 20;

  private final TestClock clock = new TestClock("2026-03-02T01:00:00Z");
  private final List<String> living = IntStream.range(0, 10).mapToObj(i -> "living-" + i).toList();

  @Test
  void healthyReceiversGetEverythingAtTheFirstTryAndDeadOnesAreProbedRarely() throws Exception {
    Map<String, Object> settings =
        Map.of(
            "hub.notice.push.slow-concurrency",
            PROBES,
            "hub.notice.push.concurrency",
            100, // found out a hundred at a time, so that the test is short
            "hub.notice.push.slow-after",
            "3s", // the living are quicker, on any machine
            "hub.notice.push.timeout",
            "10m"); // longer than the test: a silent one is silent
    try (TestDatabase database = TestDatabase.create();
        SilentServer silent = new SilentServer();
        Receiver receiver = new Receiver(clock);
        PushBench hub = new PushBench(database, clock, "one", settings)) {
      int closed = HostileReceiverTest.closedPort();
      for (int i = 0; i < DEAD; i++) {
        int port = i % 2 == 0 ? closed : silent.port();
        hub.register("dead-" + i, "http://127.0.0.1:" + port + "/" + i);
      }
      living.forEach(centre -> hub.register(centre, receiver, "/" + centre));

      for (int i = 0; i < DEAD; i++) {
        hub.tell("dead-" + i);
        if (i % 5 == 0) {
          hub.tell(living.get(i / 5 % 10));
        }
      }
      assertLivingHave(receiver, NOTICES);
      // each dead one is found out by one try; a few of the silent ones are still being waited for
      await()
          .atMost(Duration.ofMinutes(2))
          .until(() -> failed(database) == DEAD - PROBES && silent.calls() == DEAD / 2);

      clock.advance(Duration.ofSeconds(2)); // all that failed are due again
      for (int n = 0; n < NOTICES; n++) {
        living.forEach(hub::tell);
      }
      assertLivingHave(receiver, 2 * NOTICES);
      assertThat(failed(database)).as("the slots for probes are taken").isEqualTo(DEAD - PROBES);
      assertThat(silent.calls()).isEqualTo(DEAD / 2);

      silent.hangUp(); // the probes end, and others get their turn: one each, for the clock rests
      hub.settle();
      assertThat(failed(database)).isEqualTo(2 * DEAD - PROBES);
      assertLivingHave(receiver, 2 * NOTICES);
    }
  }

  private void assertLivingHave(Receiver receiver, int notices) {
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> receiver.got().size() >= living.size() * notices);
    for (String centre : living) {
      assertThat(receiver.got("/" + centre))
          .as(centre)
          .extracting(Got::number)
          .isEqualTo(LongStream.rangeClosed(1, notices).boxed().toList());
    }
  }

  private static long failed(TestDatabase database) {
    return database
        .jdbc()
        .sql("select count(*) from trail where event = 'push-failed'")
        .query(Long.class)
        .single();
  }

  /** Accepts every call and never answers, until it closes all connections, now and later. */
  private static final class SilentServer implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, DEAD, InetAddress.getLoopbackAddress());
    private final List<Socket> held = new ArrayList<>();
    private final AtomicInteger calls = new AtomicInteger();
    private boolean hungUp;

    SilentServer() throws IOException {
      Thread ear = new Thread(this::listen, "silent");
      ear.setDaemon(true);
      ear.start();
    }

    int port() {
      return server.getLocalPort();
    }

    int calls() {
      return calls.get();
    }

    private void listen() {
      try {
        while (true) {
          hold(server.accept());
        }
      } catch (IOException e) {
        // closed
      }
    }

    private synchronized void hold(Socket call) throws IOException {
      calls.incrementAndGet();
      held.add(call);
      if (hungUp) {
        call.close();
      }
    }

    synchronized void hangUp() throws IOException {
      hungUp = true;
      for (Socket call : held) {
        call.close();
      }
    }

    @Override
    public void close() throws IOException {
      server.close();
      hangUp();
    }
  }
}
