/**
 * Knows how each back-end is reached, and makes the call.
 *
 * <p>Takes in the bundles under {@code connectors/} and {@code mappings/}, follows the active
 * version in the database, and stands up one transport route per version. Knows no department by
 * name. Public faces: {@link city.tongban.connector.Connectors}, {@link
 * city.tongban.connector.Versions} and {@link city.tongban.connector.Credentials}.
 */
@ApplicationModule(allowedDependencies = {"canonical", "clock"})
@NullMarked
package city.tongban.connector;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
