/**
 * Stores the versions of each back-end's connector: imports them, activates them and rolls them
 * back.
 *
 * <p>Imports the folders under {@code connectors/} and {@code mappings/} as bundles, follows the
 * active version in the database, and reads each {@code connector.yaml}. Knows no transport by
 * name. Public face: {@link city.tongban.bundle.Versions}; for tools, {@link
 * city.tongban.bundle.WorkingCopy}.
 */
@ApplicationModule(
    allowedDependencies = {"canonical", "clock", "connector", "security", "transport"})
@NullMarked
package city.tongban.bundle;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
