package city.tongban.node;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The business clock of an empty database.
 *
 * @param start business time at the first start, for a rehearsal, such as {@code
 *     2018-07-02T08:30:00+08:00}; absent: real time. A database that has a clock keeps it
 */
@ConfigurationProperties("hub.clock")
record ClockProperties(@Nullable OffsetDateTime start) {}
