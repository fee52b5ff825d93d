/**
 * Tests the connection to a back-end step by step, without sending a case.
 *
 * <p>Public face: {@link city.tongban.probe.Probes}.
 */
@ApplicationModule(allowedDependencies = {"canonical", "connector", "security", "transport"})
@NullMarked
package city.tongban.probe;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
