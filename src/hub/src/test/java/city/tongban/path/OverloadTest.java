package city.tongban.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.EventNotifier;
import org.apache.camel.support.EventNotifierSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * More cases than the hub can take in: each case with a receipt is delivered, and each sender
 * without one was told when to retry.
 */
class OverloadTest {
  private static final Duration FLOOD = Duration.ofSeconds(5);
  private static final int SENDERS = 100;

  private final RunningHub hub = RunningHub.get();
  private final Queue<String> receipted = new ConcurrentLinkedQueue<>();
  private final Queue<String> odd = new ConcurrentLinkedQueue<>();
  private final AtomicInteger later = new AtomicInteger();
  private final AtomicInteger inside = new AtomicInteger();
  private final EventNotifier counter =
      new EventNotifierSupport() {
        @Override
        public void notify(CamelEvent event) {
          if (event instanceof CamelEvent.ExchangeCreatedEvent created
              && "intake".equals(created.getExchange().getFromRouteId())) {
            inside.incrementAndGet();
          }
        }
      };

  @AfterEach
  void stopCounting() {
    camel().getManagementStrategy().removeEventNotifier(counter);
  }

  @Test
  void anOverloadLosesNothingAndEachRefusedSenderIsToldWhenToRetry() throws Exception {
    camel().getManagementStrategy().addEventNotifier(counter);
    long outBefore = sum().get("out").asLong();
    List<Thread> senders = new ArrayList<>();
    Instant end = Instant.now().plus(FLOOD);
    for (int i = 0; i < SENDERS; i++) {
      Thread sender = new Thread(() -> sendUntil(end));
      sender.start();
      senders.add(sender);
    }
    for (Thread sender : senders) {
      sender.join();
    }

    assertThat(odd).isEmpty();
    assertThat(later).as("more senders than the hub admits").hasPositiveValue();
    assertThat(inside.get())
        .as("most refusals cost no work")
        .isLessThan(receipted.size() + later.get() / 2);
    await()
        .atMost(Duration.ofMinutes(5))
        .pollInterval(Duration.ofMillis(250))
        .until(() -> sum().get("out").asLong() - outBefore >= receipted.size());
    JsonNode sum = sum();
    assertThat(sum.get("in").asLong())
        .isEqualTo(
            sum.get("out").asLong()
                + sum.get("refused").asLong()
                + sum.get("parked").asLong()
                + sum.get("waiting").asLong());
  }

  private void sendUntil(Instant end) {
    while (Instant.now().isBefore(end)) {
      HttpResponse<String> answer =
          hub.post("/api/v1/cases", "centre-" + Applications.CENTRE, Applications.benefit(36));
      if (answer.statusCode() == 201) {
        receipted.add(answer.body());
      } else if (answer.statusCode() == 503
          && answer.headers().firstValue("Retry-After").isPresent()) {
        later.incrementAndGet();
      } else {
        odd.add(answer.statusCode() + " " + answer.body());
      }
    }
  }

  private CamelContext camel() {
    return hub.context().getBean(CamelContext.class);
  }

  private JsonNode sum() {
    return hub.read("/api/v1/sum", "operator");
  }
}
