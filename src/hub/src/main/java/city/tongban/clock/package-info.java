/**
 * The two clocks: business time, one row that all nodes follow, and wall time, which nobody moves.
 *
 * <p>Knows neither opening hours nor deadlines: those are questions to the catalogue's calendar and
 * to each connector. Public face: {@link city.tongban.clock.BusinessClock}.
 */
@ApplicationModule(allowedDependencies = {"canonical"})
@NullMarked
package city.tongban.clock;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
