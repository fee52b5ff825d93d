package city.tongban.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WakeableLoopTest {
  private static final Duration NEVER = Duration.ofMinutes(1);

  private final BlockingQueue<Boolean> passes = new LinkedBlockingQueue<>();
  private WakeableLoop loop = loop(NEVER);

  @AfterEach
  void stop() {
    loop.stop();
  }

  @Test
  void theFirstWakeUpLooksAtEverythingAndTheNextOnlyAtWhatWasAnnounced() throws Exception {
    loop.start();

    loop.wake();
    assertThat(passes.poll(60, TimeUnit.SECONDS)).isTrue();
    loop.wake();

    assertThat(passes.poll(60, TimeUnit.SECONDS)).isFalse();
  }

  @Test
  void withoutAWakeUpAPassLooksAtEverythingAfterTheInterval() throws Exception {
    loop = loop(Duration.ofMillis(10));
    loop.start();

    assertThat(passes.poll(60, TimeUnit.SECONDS)).isTrue();
    assertThat(passes.poll(60, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aPassThatFailsDoesNotEndTheLoop() throws Exception {
    loop =
        new WakeableLoop(
            "test",
            Duration.ofMillis(10),
            Duration.ZERO,
            everything -> {
              passes.add(everything);
              throw new IllegalStateException("the database is away");
            });
    loop.start();

    assertThat(passes.poll(60, TimeUnit.SECONDS)).isTrue();
    assertThat(passes.poll(60, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aStoppedLoopMakesNoPass() {
    loop.start();
    loop.stop();

    loop.wake();

    assertThat(loop.isRunning()).isFalse();
    assertThat(passes).isEmpty();
  }

  private WakeableLoop loop(Duration interval) {
    return new WakeableLoop("test", interval, Duration.ZERO, passes::add);
  }
}
