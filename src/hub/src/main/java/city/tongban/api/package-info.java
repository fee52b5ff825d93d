/**
 * The doors for partners and operators: what comes in by HTTP goes to a face of the hub, and its
 * answer back out.
 *
 * <p>Thin on purpose. Messages that become effects pass through Camel routes, reads and operators'
 * acts through controllers; who may do what is decided by {@link
 * city.tongban.partner.AccessPolicy}. Used by the console only, for the sum.
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
