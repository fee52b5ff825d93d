package city.tongban.account;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a console session lasts.
 *
 * @param idle longest time without an action of the user; requests that a page makes by itself do
 *     not count
 * @param sessionMax longest time from log-in to the end of the session
 */
@ConfigurationProperties("hub.console")
record ConsoleProperties(
    @DefaultValue("30m") Duration idle, @DefaultValue("8h") Duration sessionMax) {}
