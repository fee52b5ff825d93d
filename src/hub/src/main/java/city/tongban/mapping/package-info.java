/**
 * Turns our words into a partner's, and theirs back into ours.
 *
 * <p>Runs the sheets of a connector's bundle on a Saxon that reads nothing else, with a schema on
 * both sides of each. What has no word, no character or no room over there is refused, never
 * guessed, replaced or cut. Public face: {@link city.tongban.mapping.Mappings}.
 */
@ApplicationModule(allowedDependencies = {"canonical", "connector", "security"})
@NullMarked
package city.tongban.mapping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
