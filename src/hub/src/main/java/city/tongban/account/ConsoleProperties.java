package city.tongban.account;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a log-in lasts.
 *
 * @param idle without a click; what a page asks by itself is none
 * @param sessionMax from the log-in on, whatever happens
 */
@ConfigurationProperties("hub.console")
record ConsoleProperties(
    @DefaultValue("30m") Duration idle, @DefaultValue("8h") Duration sessionMax) {}
