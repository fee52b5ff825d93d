/**
 * The screens of the monitoring team: find a case, follow its trace, see who must act.
 *
 * <p>Reads through the other modules' public faces and stores nothing itself; no module depends on
 * it.
 */
@ApplicationModule(
    allowedDependencies = {
      "account",
      "api",
      "canonical",
      "cases",
      "catalogue",
      "clock",
      "connector",
      "delivery",
      "notice",
      "partner",
      "probe",
      "query",
      "faults",
      "trace",
      "transport"
    })
@NullMarked
package city.tongban.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
