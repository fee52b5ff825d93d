/**
 * Takes messages in: whatever the door, they reach the same {@link city.tongban.intake.Intake}.
 *
 * <p>Parses strictly, checks against the published contract and the catalogue, normalises, and
 * answers only when the case is committed (P1). Owns its rows of the inbox, which decides that a
 * message is effective once (P2), and the counts of what was refused. Knows no HTTP and no Camel.
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
