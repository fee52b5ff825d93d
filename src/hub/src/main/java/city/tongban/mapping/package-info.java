/**
 * Maps canonical messages to a back-end's form, and its messages back.
 *
 * <p>Runs the stylesheets of a connector's bundle on a restricted Saxon, with a schema on both
 * sides of each. A value without a code, a character or enough room at the back-end is refused,
 * never guessed, replaced or cut. Public face: {@link city.tongban.mapping.Mappings}.
 */
@ApplicationModule(allowedDependencies = {"canonical", "connector", "security"})
@NullMarked
package city.tongban.mapping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
