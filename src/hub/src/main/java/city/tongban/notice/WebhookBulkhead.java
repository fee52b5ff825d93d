package city.tongban.notice;

import org.jspecify.annotations.Nullable;

/**
 * Who may push now. Most slots are for receivers that answer in time; the slow and the failing
 * share a few of their own, however many they are, so that the others always find one.
 */
final class WebhookBulkhead {
  private int quick;
  private int probes;

  WebhookBulkhead(int quick, int probes) {
    this.quick = quick;
    this.probes = probes;
  }

  synchronized int free(boolean probing) {
    return probing ? probes : quick;
  }

  /** Null when there is none free. */
  synchronized @Nullable Permit take(boolean probing) {
    if (free(probing) == 0) {
      return null;
    }
    count(probing, -1);
    return new Permit(probing);
  }

  private void count(boolean probing, int by) {
    if (probing) {
      probes += by;
    } else {
      quick += by;
    }
  }

  /** One push at a time goes through it. */
  final class Permit {
    private boolean probing;

    private Permit(boolean probing) {
      this.probing = probing;
    }

    boolean probing() {
      synchronized (WebhookBulkhead.this) {
        return probing;
      }
    }

    /**
     * Its push goes on for longer than it should, and counts among the slow from now on. False when
     * there is no room for it there, and it must end.
     */
    boolean goesOnSlowly() {
      synchronized (WebhookBulkhead.this) {
        if (!probing && probes > 0) {
          count(false, 1);
          count(true, -1);
          probing = true;
        }
        return probing;
      }
    }

    void give() {
      synchronized (WebhookBulkhead.this) {
        count(probing, 1);
      }
    }
  }
}
