package city.tongban.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.tongban.bundle.ShippedConnectors;
import city.tongban.canonical.Outage;
import city.tongban.connector.Connector;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A slow department holds a few places, and never all. */
class QueryBulkheadTest {
  private final QueryBulkhead windows = new QueryBulkhead();
  private final Connector slow = ShippedConnectors.shipped("human-resources");
  private final Connector other = ShippedConnectors.shipped("housing");
  private final CountDownLatch answer = new CountDownLatch(1);
  private final ExecutorService counters = Executors.newCachedThreadPool();

  @AfterEach
  void close() {
    answer.countDown();
    counters.shutdown();
  }

  @Test
  void whoComesToADepartmentThatHoldsAllItsPlacesIsAskedToComeAgain() throws Exception {
    hold(slow, QueryBulkhead.EACH);

    assertThatThrownBy(() -> windows.at(slow, () -> "told"))
        .isInstanceOfSatisfying(
            Outage.class, e -> assertThat(e.problem().code()).isEqualTo("HUB-3021"));
  }

  @Test
  void theOthersAreAskedAllTheSame() throws Exception {
    hold(slow, QueryBulkhead.EACH);

    assertThat(windows.at(other, () -> "told")).isEqualTo("told");
  }

  @Test
  void aPlaceIsFreeAgainWhenItsQuestionFailed() {
    for (int i = 0; i < 2 * QueryBulkhead.ALL; i++) {
      assertThatThrownBy(() -> windows.at(slow, QueryBulkheadTest::fail))
          .isInstanceOf(IllegalStateException.class);
    }

    assertThat(windows.at(slow, () -> "told")).isEqualTo("told");
  }

  private static String fail() {
    throw new IllegalStateException("no answer");
  }

  private void hold(Connector connector, int places) throws InterruptedException {
    CountDownLatch inside = new CountDownLatch(places);
    for (int i = 0; i < places; i++) {
      counters.submit(
          () ->
              windows.at(
                  connector,
                  () -> {
                    inside.countDown();
                    return wait(answer);
                  }));
    }
    assertThat(inside.await(60, TimeUnit.SECONDS)).isTrue();
  }

  private static boolean wait(CountDownLatch latch) {
    try {
      return latch.await(120, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
