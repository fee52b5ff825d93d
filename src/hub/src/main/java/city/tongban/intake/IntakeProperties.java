package city.tongban.intake;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How far the collection time of a case may be from the business clock. A centre that had no
 * connection uploads later.
 *
 * @param backMax oldest collection time; a person decides about an older case
 * @param aheadMax how far a centre's clock may be ahead of the business clock
 * @param lateAfter age of the collection time from which the case is flagged as a late upload
 */
@ConfigurationProperties("hub.intake")
record IntakeProperties(
    @DefaultValue("3d") Duration backMax,
    @DefaultValue("5m") Duration aheadMax,
    @DefaultValue("10m") Duration lateAfter) {}
