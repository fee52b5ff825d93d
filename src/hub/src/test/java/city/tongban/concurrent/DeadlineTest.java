package city.tongban.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DeadlineTest {
  @Test
  void theActionRunsWhenTheTimeIsOver() throws InterruptedException {
    CountDownLatch ran = new CountDownLatch(1);

    try (Deadline deadline = Deadline.after(Duration.ofMillis(10), ran::countDown)) {
      ran.await();

      assertThat(deadline.expired()).isTrue();
    }
  }

  @Test
  void theActionDoesNotRunOnceTheDeadlineIsClosed() throws InterruptedException {
    CountDownLatch other = new CountDownLatch(1);
    // a second, so that a slow machine closes it in time
    Deadline closed = Deadline.after(Duration.ofSeconds(1), () -> {});
    closed.close();
    Deadline later = Deadline.after(Duration.ofSeconds(1), other::countDown);

    other.await(); // one thread runs both, the earlier one first

    assertThat(closed.expired()).isFalse();
    later.close();
  }

  @Test
  void theCallerIsInterruptedAndGoesOnWithoutTheInterrupt() {
    Deadline deadline = Deadline.interruptingCaller(Duration.ofMillis(10));
    while (!Thread.currentThread().isInterrupted()) {
      Thread.onSpinWait();
    }

    deadline.close();

    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }
}
