/**
 * The three tools for threads that the modules share: a loop that can be woken, a bulkhead, and a
 * deadline. Decision 36 says why they are not Resilience4j's.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package city.tongban.concurrent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
