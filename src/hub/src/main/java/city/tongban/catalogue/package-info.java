/**
 * The reference data of the city: items, centres, streets and the calendar of working days.
 *
 * <p>Data, not code: {@code data/*.csv} is read once at start, and every query takes a date. Knows
 * no case. Public faces: {@link city.tongban.catalogue.Catalogue} and {@link
 * city.tongban.catalogue.Calendar}.
 */
@ApplicationModule(allowedDependencies = {"canonical", "clock"})
@NullMarked
package city.tongban.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
