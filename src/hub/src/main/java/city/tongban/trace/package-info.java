/**
 * Records every step of every case, and reads it back.
 *
 * <p>Knows no stage: it listens for {@link city.tongban.canonical.Traceable} and writes the step in
 * the transaction of the event. Public face: {@link city.tongban.trace.Traces}.
 */
@ApplicationModule(allowedDependencies = {"canonical", "clock", "node", "vault"})
@NullMarked
package city.tongban.trace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
