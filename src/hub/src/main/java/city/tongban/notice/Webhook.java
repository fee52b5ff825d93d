package city.tongban.notice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A centre's webhook and how far its notices have been pushed.
 *
 * @param taken number of the last notice that was accepted, or skipped by an operator
 * @param last number of the last notice in the inbox
 * @param tries failed pushes of the next notice
 * @param dueAt when it is pushed next, wall clock
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
