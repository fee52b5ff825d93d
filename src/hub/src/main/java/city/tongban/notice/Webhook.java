package city.tongban.notice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A centre's web-hook and how far its notices are.
 *
 * @param taken number of the last notice that was taken, or skipped by an operator
 * @param last number of the last notice that there is
 * @param tries failed ones of the notice at the head
 * @param dueAt when it is tried next, wall clock
 * @param changedAt wall clock
 */
public record Webhook(
    String centre,
    String url,
    WebhookState state,
    long taken,
    long last,
    int tries,
    @Nullable Instant dueAt,
    @Nullable String reason,
    @Nullable String errorCode,
    Instant changedAt) {

  public long waiting() {
    return last - taken;
  }
}
