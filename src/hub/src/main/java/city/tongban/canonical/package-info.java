/**
 * The shared types: case, answer, trace step and failure.
 *
 * <p>Plain Java; knows no database, no broker and no partner. All other modules build on it.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package city.tongban.canonical;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
