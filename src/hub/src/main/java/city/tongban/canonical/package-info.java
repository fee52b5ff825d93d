/**
 * The shared words: what a case, an answer, a stop and a failure are, whoever speaks of them.
 *
 * <p>Plain Java; knows no database, no broker and no partner. Everything else builds on it.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package city.tongban.canonical;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
