package city.tongban.notice;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How notices are pushed to web-hooks.
 *
 * @param elsewhere whether a web-hook may stand elsewhere than on this machine, by https
 * @param slots pushes under way at once, for receivers that answer in time
 * @param probes further ones, for all receivers that failed or were slow the last time
 * @param patience after how long an unanswered push counts as slow and leaves its slot to others
 * @param timeout how long one push may take in all
 * @param attempts tries before the notice at the head is parked
 * @param backOffMax the longest pause before another try: how often a dead receiver is probed
 * @param secretOverlap how long the old secret still signs after a new one was made
 */
@Validated
@ConfigurationProperties("hub.notice.push")
record PushProperties(
    @DefaultValue("false") boolean elsewhere,
    @DefaultValue("32") @Min(1) int slots,
    @DefaultValue("8") @Min(1) int probes,
    @DefaultValue("1s") Duration patience,
    @DefaultValue("3s") Duration connectTimeout,
    @DefaultValue("10s") Duration timeout,
    @DefaultValue("30") @Min(1) int attempts,
    @DefaultValue("2s") Duration backOffFirst,
    @DefaultValue("1h") Duration backOffMax,
    @DefaultValue("24h") Duration secretOverlap) {

  /** How long a claim holds: each outcome renews it, so it outlasts one push and its books. */
  Duration lease() {
    return timeout.multipliedBy(3);
  }
}
