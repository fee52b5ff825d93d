/**
 * Takes what departments send on their own account, and applies it to the delivery that it answers.
 *
 * <p>Owns no table but its rows of the inbox. Public face: {@link city.tongban.result.Results}.
 */
@ApplicationModule(
    allowedDependencies = {"canonical", "cases", "delivery", "connector", "mapping", "clock"})
@NullMarked
package city.tongban.result;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
