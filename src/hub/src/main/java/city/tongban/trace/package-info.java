/**
 * Keeps what happened to every case, stop by stop, and gives it back.
 *
 * <p>Knows no stage: it hears {@link city.tongban.canonical.Traceable} and writes the stop in the
 * transaction of what it tells. Public face: {@link city.tongban.trace.Traces}.
 */
@ApplicationModule(allowedDependencies = {"canonical", "clock", "node", "vault"})
@NullMarked
package city.tongban.trace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
