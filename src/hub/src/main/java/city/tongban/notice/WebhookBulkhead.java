package city.tongban.notice;

import city.tongban.concurrent.Bulkhead;
import java.time.Duration;
import java.util.Optional;

/**
 * How many pushes are under way at once. Most places are for receivers that answer in time; the
 * slow and the failing ones share a few of their own, so that however many they are, the others
 * always find a place.
 */
final class WebhookBulkhead {
  private final Bulkhead prompt;
  private final Bulkhead probes;

  WebhookBulkhead(int prompt, int probes) {
    this.prompt = new Bulkhead(prompt, Duration.ZERO);
    this.probes = new Bulkhead(probes, Duration.ZERO);
  }

  /**
   * How many places are free now.
   *
   * @param probing those for receivers that failed or were slow the last time, or the others
   */
  int free(boolean probing) {
    return of(probing).free();
  }

  /** Enters at once or not at all. */
  Optional<Permit> enter(boolean probing) {
    return of(probing).enter().map(place -> new Permit(place, probing));
  }

  private Bulkhead of(boolean probing) {
    return probing ? probes : prompt;
  }

  /** The place of one run, which makes one push at a time. */
  final class Permit implements AutoCloseable {
    private Bulkhead.Permit place;
    private boolean probing;

    private Permit(Bulkhead.Permit place, boolean probing) {
      this.place = place;
      this.probing = probing;
    }

    synchronized boolean probing() {
      return probing;
    }

    /**
     * Moves a push that has become slow to a place among the slow ones.
     *
     * @return false when there is none, and the push must end
     */
    synchronized boolean moveToProbes() {
      if (!probing) {
        probes
            .enter()
            .ifPresent(
                other -> {
                  place.close();
                  place = other;
                  probing = true;
                });
      }
      return probing;
    }

    @Override
    public synchronized void close() {
      place.close();
    }
  }
}
