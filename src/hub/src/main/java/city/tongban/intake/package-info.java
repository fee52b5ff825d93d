/**
 * Accepts messages from every endpoint through {@link city.tongban.intake.Intake}.
 *
 * <p>Parses strictly, validates against the published schema and the catalogue, normalises, and
 * answers only when the case is committed (P1). Owns its rows of the inbox, which make a message
 * effective once (P2), and the counts of refusals. Knows no HTTP and no Camel.
 */
@ApplicationModule(
    allowedDependencies = {
      "canonical",
      "cases",
      "catalogue",
      "node",
      "partner",
      "query",
      "clock",
      "concurrent"
    })
@NullMarked
package city.tongban.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
