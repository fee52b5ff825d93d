package city.tongban.notice;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How notices are pushed to webhooks.
 *
 * @param externalReceivers whether a webhook may be on another machine, by https
 * @param concurrency pushes at the same time, for receivers that answer in time
 * @param slowConcurrency further pushes at the same time, for receivers that failed or were slow
 *     the last time
 * @param slowAfter time after which an unanswered push counts as slow and frees its place
 * @param connectTimeout how long the connection may take
 * @param timeout how long one push may take in total
 * @param attempts pushes of one notice before it is parked
 * @param backOffFirst pause before the second attempt; it doubles with each attempt
 * @param backOffMax longest pause between two attempts
 * @param secretOverlap how long the old secret still signs beside a new one
 */
@Validated
@ConfigurationProperties("hub.notice.push")
record PushProperties(
    @DefaultValue("false") boolean externalReceivers,
    @DefaultValue("32") @Min(1) int concurrency,
    @DefaultValue("8") @Min(1) int slowConcurrency,
    @DefaultValue("1s") Duration slowAfter,
    @DefaultValue("3s") Duration connectTimeout,
    @DefaultValue("10s") Duration timeout,
    @DefaultValue("30") @Min(1) int attempts,
    @DefaultValue("2s") Duration backOffFirst,
    @DefaultValue("1h") Duration backOffMax,
    @DefaultValue("24h") Duration secretOverlap) {

  /** How long a lease lasts: each outcome renews it, so it covers one push and its recording. */
  Duration lease() {
    return timeout.multipliedBy(3);
  }
}
