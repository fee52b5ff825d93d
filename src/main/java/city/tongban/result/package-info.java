/**
 * Takes what departments send on their own account, and applies it to the delivery that it answers.
 *
 * <p>Owns its rows of the inbox and the files that were taken. Public face: {@link
 * city.tongban.result.Results} and {@link city.tongban.result.ResultFiles}.
 */
@ApplicationModule(
    allowedDependencies = {"canonical", "cases", "delivery", "connector", "mapping", "clock"})
@NullMarked
package city.tongban.result;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
