package city.tongban.faults;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * A rehearsal with simulated departments.
 *
 * @param simulators control address of the simulators, on this machine; absent: faults cannot be
 *     switched. The profile {@code production} ignores it
 */
@ConfigurationProperties("hub.rehearsal")
record RehearsalProperties(@Nullable URI simulators) {}
