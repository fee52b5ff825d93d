/**
 * Knows who may log in to the console, what each role may do there, and when a session is over.
 *
 * <p>Stands at every page and act under {@code /console}. Knows no page: {@link
 * city.tongban.account.ConsoleEndpoints} is the table of them. Public face: {@link
 * city.tongban.account.Accounts}.
 */
@ApplicationModule(allowedDependencies = {"canonical", "partner"})
@NullMarked
package city.tongban.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
