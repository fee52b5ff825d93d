/**
 * What one node of the hub stands on: its database, its broker, and the checks without which it
 * will not run.
 *
 * <p>Knows nothing of cases. Embedded by default; an external database is one setting.
 */
@ApplicationModule(allowedDependencies = {"canonical", "clock"})
@NullMarked
package city.tongban.node;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
