/**
 * Carries a routed case to its back-end, and knows whether it arrived.
 *
 * <p>Owns the outbox, the attempts, the retries and what is parked. Knows no department by name.
 * Public face: {@link city.tongban.delivery.Deliveries}, {@link city.tongban.delivery.Batches} and
 * the events beside it.
 */
@ApplicationModule(
    allowedDependencies = {
      "canonical",
      "cases",
      "catalogue",
      "connector",
      "mapping",
      "node",
      "clock",
      "concurrent",
      "security",
      "transport",
      "vault"
    })
@NullMarked
package city.tongban.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
