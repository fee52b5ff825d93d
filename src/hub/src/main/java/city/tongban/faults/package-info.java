/**
 * Lets the simulated departments misbehave, at a rehearsal and nowhere else.
 *
 * <p>Knows where their control port is, because {@code ./hub up} says so; a production hub is never
 * told, and would refuse. Public face: {@link city.tongban.faults.SimulatorFaults}.
 */
@ApplicationModule(allowedDependencies = {"canonical", "node"})
@NullMarked
package city.tongban.faults;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
