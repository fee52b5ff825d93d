/**
 * Finds a case's back-end, home centre and deadline, all from dated data.
 *
 * <p>Knows the catalogue, the centres and the calendar; stores nothing. Public face: {@link
 * city.tongban.routing.Routing}.
 */
@ApplicationModule(allowedDependencies = {"canonical", "cases", "catalogue", "connector", "clock"})
@NullMarked
package city.tongban.routing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
