/**
 * Asks a department at the counter, while the resident waits, and gives back what it found.
 *
 * <p>A question has a short life of its own: no lane, no retry, no batch. It opens no case and
 * decides nothing. Public face: {@link city.tongban.query.Queries}.
 */
@ApplicationModule(
    allowedDependencies = {
      "canonical",
      "cases",
      "connector",
      "mapping",
      "clock",
      "concurrent",
      "transport",
      "vault"
    })
@NullMarked
package city.tongban.query;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
