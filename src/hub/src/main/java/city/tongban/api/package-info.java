/**
 * The HTTP endpoints for partners and operators.
 *
 * <p>A thin layer. Messages pass through Camel routes; reads and the actions of operators through
 * controllers (decision 38). {@link city.tongban.partner.AccessPolicy} decides who may read and do
 * what. The console uses it only for the control totals.
 */
@ApplicationModule(
    allowedDependencies = {
      "account",
      "bundle",
      "canonical",
      "cases",
      "catalogue",
      "clock",
      "connector",
      "delivery",
      "intake",
      "notice",
      "partner",
      "probe",
      "query",
      "faults",
      "replay",
      "trace",
      "transport"
    })
@NullMarked
package city.tongban.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
