package city.tongban.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import city.tongban.canonical.Outage;
import city.tongban.node.NodeProperties;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** Who is let in, and who is asked to come later. */
class AdmissionControlTest {
  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();
  private static final int INSIDE = AdmissionControl.inside(PROCESSORS);

  @TempDir Path data;
  private final AtomicLong behind = new AtomicLong();
  private final AtomicInteger inside = new AtomicInteger();
  private final CountDownLatch end = new CountDownLatch(1);
  private final ExecutorService senders = Executors.newCachedThreadPool();

  @AfterEach
  void letGo() {
    end.countDown();
    senders.shutdown();
  }

  @Test
  void whileTheLanesKeepUpAsManyAreTakenInAsTheMachineCanCarry() {
    AdmissionControl admission = admission(DataSize.ofBytes(1));

    stay(admission, 100);

    await().until(() -> inside.get() == INSIDE);
  }

  @Test
  void howBigTheMachineMayBeThereAreThreadsLeftForResults() {
    assertThat(AdmissionControl.inside(2)).isEqualTo(8);
    assertThat(AdmissionControl.insideWhenBehind(2)).isEqualTo(1);
    assertThat(AdmissionControl.inside(128) + 32).isLessThan(64); // threads.max in application.yaml
  }

  @Test
  void whenTheLanesAreBehindFewerAreTakenIn() {
    AdmissionControl admission = admission(DataSize.ofBytes(1));
    behind.set(251);

    stay(admission, 100);

    await().until(() -> inside.get() == AdmissionControl.insideWhenBehind(PROCESSORS));
  }

  @Test
  void whoWouldWaitTooLongIsAskedToComeLaterAndTakesNobodysPlace() {
    AdmissionControl admission = admission(DataSize.ofBytes(1));
    stay(admission, INSIDE);
    await().until(() -> inside.get() == INSIDE);

    assertThatThrownBy(() -> admission.admit(() -> "never"))
        .isInstanceOf(Outage.class)
        .hasMessageContaining("HUB-1034");
    end.countDown();

    await().until(() -> isAdmitted(admission));
  }

  @Test
  void onANearlyFullDiskNobodyIsTakenIn() {
    AdmissionControl admission = admission(DataSize.ofTerabytes(1_000_000));
    admission.checkDisk();

    assertThatThrownBy(() -> admission.admit(() -> "never")).hasMessageContaining("HUB-1035");
  }

  @Test
  void aFailureInsideGivesThePlaceBack() {
    AdmissionControl admission = admission(DataSize.ofBytes(1));

    for (int i = 0; i < 10 * PROCESSORS; i++) {
      assertThatThrownBy(
              () ->
                  admission.admit(
                      () -> {
                        throw new IllegalStateException("inside");
                      }))
          .hasMessage("inside");
    }
  }

  private static boolean isAdmitted(AdmissionControl admission) {
    try {
      return admission.admit(() -> true);
    } catch (Outage busy) {
      return false;
    }
  }

  private void stay(AdmissionControl admission, int many) {
    for (int i = 0; i < many; i++) {
      senders.execute(() -> come(admission));
    }
  }

  private void come(AdmissionControl admission) {
    try {
      admission.admit(
          () -> {
            inside.incrementAndGet();
            awaitEnd();
            return "in";
          });
    } catch (Outage later) {
      // the others are what is looked at
    }
  }

  private void awaitEnd() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private AdmissionControl admission(DataSize reserve) {
    return new AdmissionControl(
        behind::get,
        new AdmissionProperties(250, Duration.ofMillis(300), reserve),
        new NodeProperties(data, data, "node-1", null));
  }
}
