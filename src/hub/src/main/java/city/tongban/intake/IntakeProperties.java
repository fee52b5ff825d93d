package city.tongban.intake;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How far the time of collecting may lie from now; a centre whose line was down uploads later.
 *
 * @param backMax how long ago a case may have been collected; beyond it a person decides
 * @param aheadMax how far ahead of ours a centre's clock may be
 * @param lateAfter when an upload counts as late and is flagged
 */
@ConfigurationProperties("hub.intake")
record IntakeProperties(
    @DefaultValue("3d") Duration backMax,
    @DefaultValue("5m") Duration aheadMax,
    @DefaultValue("10m") Duration lateAfter) {}
