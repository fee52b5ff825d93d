/**
 * Asks a department at the counter, while the resident waits, and returns its findings.
 *
 * <p>A query has no lane, no retry and no batch. It opens no case and decides nothing. Public face:
 * {@link city.tongban.query.Queries}.
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
