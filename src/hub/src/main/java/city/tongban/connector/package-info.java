/**
 * Describes a back-end: its address, limits, hours, and the rule for a call that may or may not
 * have arrived.
 *
 * <p>Plain descriptors, as one version of a {@code connector.yaml} gives them; makes no call and
 * reads no file. Public faces: {@link city.tongban.connector.Connectors} and {@link
 * city.tongban.connector.Connector}.
 */
@ApplicationModule(allowedDependencies = {"canonical", "clock"})
@NullMarked
package city.tongban.connector;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
